package dev.plumbline.pipelines;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.RowFeed;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.page.PackedPage;

/**
 * Shows packed pages to the judge, on the clock of the parity stage.
 *
 * @param schema the pages' columns
 * @param clock the parity stage's clock
 */
public record JudgedPages(TableSchema schema, StageClock clock) implements RowFeed<PackedPage> {
  private static final long serialVersionUID = 1;

  /** What a page adds to all of them, on the clock of the parity stage. */
  public PageDigest sum(PackedPage page) {
    Lap lap = clock.start();
    PageDigest digest = PageDigest.of(page.index(), page.rows(), page.data());
    lap.stop();
    return digest;
  }

  @Override
  public void feed(PackedPage page, RowSink sink) {
    Lap lap = clock.start();
    page.feed(schema, sink);
    lap.stop(page.rows(), page.data().length, 0, 0);
  }
}
