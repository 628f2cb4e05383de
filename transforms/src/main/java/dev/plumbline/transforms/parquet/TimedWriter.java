package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A {@link PageWriter} that notes what opening, each page and finishing cost. Not thread-safe. */
public final class TimedWriter {
  private final StageClock clock;
  private final PageWriter writer;

  /** Begins a file. */
  public TimedWriter(WriteCore core, StageClock clock, WritableByteChannel channel)
      throws IOException {
    this.clock = clock;
    Lap lap = clock.start();
    this.writer = core.open(channel);
    lap.stop();
  }

  /** Adds the rows of a page. */
  public StageInterval write(PackedPage page) throws IOException {
    Lap lap = clock.start();
    writer.write(page);
    return lap.stop(page.rows(), page.data().length, 0, 0);
  }

  /** Completes the file. */
  public void finish() throws IOException {
    Lap lap = clock.start();
    writer.finish();
    lap.stop();
  }
}
