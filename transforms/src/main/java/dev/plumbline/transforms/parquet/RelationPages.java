package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.PageSource.PageReader;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A relation that an engine wrote, as packed pages, in its order: for the judge, and for what loads
 * it. Both are given the same pages.
 *
 * @param schema the relation's columns
 * @param clock of the stage that reads them; null where another already counts that time
 */
public record RelationPages(TableSchema schema, @Nullable StageClock clock)
    implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int PAGE_ROWS = 10_000;

  /**
   * Hands on all pages.
   *
   * @throws TableException if a file cannot be read
   */
  public void each(WrittenTable relation, Consumer<PackedPage> out) {
    try (PageReader pages = new ParquetTable(relation, schema, PAGE_ROWS).open()) {
      for (Optional<PackedPage> page = next(pages); page.isPresent(); page = next(pages)) {
        out.accept(page.get());
      }
    } catch (IOException e) {
      throw new TableException("the relation cannot be read: " + e, e);
    }
  }

  private Optional<PackedPage> next(PageReader pages) throws IOException {
    if (clock == null) {
      return pages.next();
    }
    Lap lap = clock.start();
    Optional<PackedPage> page = pages.next();
    lap.stop();
    return page;
  }
}
