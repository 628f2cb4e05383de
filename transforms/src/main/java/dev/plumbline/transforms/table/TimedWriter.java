package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A {@link PageWriter} that notes what opening, each page and finishing cost. Not thread-safe. */
public final class TimedWriter {
  private final StageClock clock;
  private final String where;
  private final PageWriter writer;
  private final StageInterval opened;

  /**
   * Begins a file.
   *
   * @param where the file or its directory, for error messages
   */
  public TimedWriter(WriteCore core, StageClock clock, WritableByteChannel channel, String where)
      throws WriteException {
    this.clock = clock;
    this.where = where;
    Lap lap = clock.start();
    try {
      this.writer = core.open(channel);
    } catch (IOException e) {
      throw new WriteException(where, e);
    }
    this.opened = lap.stop();
  }

  /** What opening it cost. */
  public StageInterval opened() {
    return opened;
  }

  /** Adds the rows of a page. */
  public StageInterval write(PackedPage page) throws WriteException {
    Lap lap = clock.start();
    try {
      writer.write(page);
    } catch (IOException e) {
      throw new WriteException(where, e);
    }
    return lap.stop(page.rows(), page.data().length, 0, 0);
  }

  /** Completes the file. */
  public StageInterval finish() throws WriteException {
    Lap lap = clock.start();
    try {
      writer.finish();
    } catch (IOException e) {
      throw new WriteException(where, e);
    }
    return lap.stop();
  }
}
