package dev.plumbline.pipelines.export;

import dev.plumbline.transforms.fetch.FetchSpec;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.MineClient;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.page.PagePlan;
import java.util.OptionalLong;

/**
 * An export that the mine can answer: its query checked against the model, its rows counted.
 *
 * @param serviceVersion the mine's web-service version
 * @param modelDigest SHA-256 of the mine's model document, in hexadecimal
 * @param fetch what to fetch and how
 * @param schema the columns
 * @param mineRows how many rows the mine has for the query
 * @param pages the pages that make up {@code min(rows-target, mineRows)} rows
 * @param bodyBytesPerRow the size of a row in a response body, seen in a first small page
 */
public record ExportPlan(
    int serviceVersion,
    String modelDigest,
    FetchSpec fetch,
    ExportSchema schema,
    long mineRows,
    PagePlan pages,
    double bodyBytesPerRow) {

  /** Where a row of the export, counted from 0, came from: its page, its place there, the mine. */
  public String place(long row) {
    int size = pages.pageSize();
    return "row %,d of the page at offset %d of %s"
        .formatted(row % size, row - row % size, fetch.root());
  }

  /**
   * How many rows the mine has for the query now, or none if it does not say: a mine that is gone
   * after the export takes nothing away from it.
   */
  public OptionalLong mineRowsNow() {
    try (MineClient mine = new MineClient(fetch.root(), fetch.limits(), 1)) {
      return OptionalLong.of(mine.count(fetch.query()));
    } catch (MineException e) {
      return OptionalLong.empty();
    }
  }
}
