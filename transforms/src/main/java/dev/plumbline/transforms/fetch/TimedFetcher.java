package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.fetch.FetchCore.Fetching;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;

/** An opened {@link FetchCore} that notes what each page cost. Thread-safe. */
public final class TimedFetcher implements AutoCloseable {
  private final Fetching core;
  private final StageClock clock;

  /** Opens the core. */
  public TimedFetcher(FetchCore core, StageClock clock) {
    this.core = core.open();
    this.clock = clock;
  }

  /** Fetches a page on this thread. */
  public Timed<FetchedPage> fetch(PageRequest request) {
    Lap lap = clock.start();
    FetchedPage page = core.fetch(request);
    return new Timed<>(
        page, lap.stop(request.rows(), page.transportBytes(), page.body().length, page.retries()));
  }

  @Override
  public void close() {
    core.close();
  }
}
