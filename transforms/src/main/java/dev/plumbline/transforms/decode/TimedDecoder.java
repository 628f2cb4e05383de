package dev.plumbline.transforms.decode;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.util.function.Function;

/** An opened {@link DecodeCore} that notes what each page cost. Not thread-safe. */
public final class TimedDecoder {
  private final Function<FetchedPage, PackedPage> core;
  private final StageClock clock;

  /** Opens the core. */
  public TimedDecoder(DecodeCore core, StageClock clock) {
    this.core = core.open();
    this.clock = clock;
  }

  /** Decodes a page. */
  public Timed<PackedPage> decode(FetchedPage page) {
    Lap lap = clock.start();
    PackedPage decoded = core.apply(page);
    return new Timed<>(
        decoded, lap.stop(decoded.rows(), page.body().length, decoded.data().length, 0));
  }
}
