package dev.plumbline.runners.microbench.performance;

import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.runners.options.MineTarget;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.runners.options.QueryPaths;
import dev.plumbline.transforms.decode.PageDecoder;
import dev.plumbline.transforms.fetch.PageFetcher;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.util.ArrayList;
import java.util.List;

/**
 * The default export, all of its pages fetched into memory.
 *
 * @param plan what was exported
 * @param pages the bodies
 */
public record FetchedExport(ExportPlan plan, List<FetchedPage> pages) {
  private static final int PAGE = 5_000;

  /** Copies the list. */
  public FetchedExport {
    pages = List.copyOf(pages);
  }

  /**
   * Fetches the local target's default columns.
   *
   * @param mine the service root of a local mine
   * @param rows how many rows; a mine with fewer is exported whole
   */
  public static FetchedExport of(String mine, long rows) {
    MineTarget target = MineTargets.named(MineTargets.LOCAL);
    ExportPlan plan =
        ExportPlanner.plan(
            new ExportRequest(
                ServiceRoot.parse(mine),
                QueryPaths.views(target.queryRoot(), target.queryViews()),
                List.of(),
                rows,
                PAGE,
                1,
                RetryPolicy.defaults(),
                Limits.defaults()));
    List<FetchedPage> pages = new ArrayList<>();
    try (PageFetcher fetcher = new PageFetcher(plan.fetch())) {
      plan.pages().all().forEach(request -> pages.add(fetcher.fetch(request)));
    }
    return new FetchedExport(plan, pages);
  }

  /** All pages, decoded. */
  public List<PackedPage> decode() {
    PageDecoder decoder = new PageDecoder("mine", plan.schema());
    return pages.stream().map(decoder::decode).toList();
  }
}
