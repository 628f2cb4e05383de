package dev.plumbline.pipelines.export;

import dev.plumbline.transforms.decode.PageDecoder;
import dev.plumbline.transforms.decode.PageException;
import dev.plumbline.transforms.fetch.FetchCore.Fetching;
import dev.plumbline.transforms.fetch.FetchSpec;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.Join;
import dev.plumbline.transforms.mine.MineClient;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.MineModel;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.page.PageRequest;
import java.util.List;

/**
 * Asks a mine for its version, model and count, so that everything wrong with an export is known
 * before it starts.
 */
public final class ExportPlanner {
  private static final int SAMPLE_ROWS = 200;

  private ExportPlanner() {}

  /**
   * Plans an export.
   *
   * @throws MineException if the mine cannot be reached, or has no row for the query
   * @throws dev.plumbline.transforms.mine.QueryException if its model does not have a view
   */
  public static ExportPlan plan(ExportRequest request) {
    try (MineClient mine =
        new MineClient(request.root(), request.limits(), request.recorder(), 1)) {
      int version = request.retries().ask(mine::version).value();
      MineModel model = request.retries().ask(mine::model).value();
      ExportSchema schema = ExportSchema.of(model, request.views());
      PathQuery query = query(model, request);
      long count = request.retries().ask(() -> mine.count(query)).value();
      if (count == 0) {
        throw MineException.lasting(
            request.root() + " has no rows for this query: there is nothing to export", null);
      }
      FetchSpec fetch =
          new FetchSpec(
              request.root(),
              query,
              request.workers(),
              request.retries(),
              request.limits(),
              request.recorder());
      if (count <= request.rowsTarget()) {
        checkEnd(fetch, schema, count);
      }
      PagePlan pages = new PagePlan(Math.min(request.rowsTarget(), count), request.pageSize());
      return new ExportPlan(
          version,
          model.digest(),
          fetch,
          schema,
          count,
          pages,
          bytesPerRow(fetch, Math.min(SAMPLE_ROWS, pages.page(0).rows())));
    }
  }

  /** A mine that is exported whole must have no row behind the last that it counts. */
  private static void checkEnd(FetchSpec fetch, ExportSchema schema, long count) {
    try (Fetching one = fetch.open()) {
      FetchedPage behind = one.fetch(new PageRequest(0, count, 1));
      new PageDecoder(fetch.root().url(), schema)
          .decode(new FetchedPage(new PageRequest(0, count, 0), 0, 0, behind.body()));
    } catch (PageException e) {
      throw MineException.lasting(
          "%s counts %,d rows for this query, but did not answer that there are none behind them: %s"
              .formatted(fetch.root(), count, e.getMessage()),
          e);
    }
  }

  /** The size of a row in a first small page, fetched as every other page will be. */
  private static double bytesPerRow(FetchSpec fetch, int sample) {
    try (Fetching one = fetch.open()) {
      return (double) one.fetch(new PageRequest(0, 0, sample)).body().length / sample;
    }
  }

  /**
   * Sorted by the root's id where it has one: a stable, unique order, without which offset pages
   * lose and repeat rows.
   */
  private static PathQuery query(MineModel model, ExportRequest request) {
    List<Join> joins = request.joins();
    PathQuery unsorted = new PathQuery(model.name(), request.views(), joins, "");
    String root = unsorted.rootClass();
    String order = model.hasId(root) ? root + ".id asc" : request.views().get(0) + " asc";
    return new PathQuery(model.name(), request.views(), joins, order);
  }
}
