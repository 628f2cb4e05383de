package dev.plumbline.runners.run;

import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A runner that starts beside this thread. To close it waits for its start, and closes it. */
public final class StartingRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StartingRunner.class);

  private final Beside<RunnerSession> start;

  private StartingRunner(Beside<RunnerSession> start) {
    this.start = start;
  }

  /** Starts it, as {@link RunnerStart#open} does. */
  public static StartingRunner of(Runners kind, int parallelism, Ledger ledger) {
    return new StartingRunner(
        Beside.start("runner-start", () -> RunnerStart.open(kind, parallelism, ledger)));
  }

  /** Waits for it; throws what its start has thrown. */
  public RunnerSession get() throws Exception {
    return start.get();
  }

  @Override
  public void close() {
    RunnerSession runner;
    try {
      runner = start.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    } catch (Exception | Error e) { // known to whoever has asked for it
      LOG.debug("the runner has not started: nothing to close", e);
      return;
    }
    runner.close();
  }
}
