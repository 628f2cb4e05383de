package dev.plumbline.runners.run;

import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;
import java.util.Optional;

/** Starts a runner and enters what that took under the name of what was started. */
public final class RunnerStart {
  private RunnerStart() {}

  /** Starts it; on the floor there is nothing to enter. */
  public static RunnerSession open(Runners kind, int parallelism, Ledger ledger) throws Exception {
    Optional<String> entry = kind.runner().startEntry();
    return entry.isPresent()
        ? ledger.time(entry.get(), () -> kind.open(parallelism))
        : kind.open(parallelism);
  }
}
