package dev.plumbline.runners.run;

import dev.plumbline.runners.options.RunnerKind;
import java.util.Optional;

/** Starts a runner and enters what that took under the name of what was started. */
public final class RunnerStart {
  private RunnerStart() {}

  /** Starts it; on the floor there is nothing to enter. */
  public static RunnerSession open(RunnerKind kind, int parallelism, Ledger ledger)
      throws Exception {
    Optional<String> entry = entry(kind);
    return entry.isPresent()
        ? ledger.time(entry.get(), () -> RunnerSession.open(kind, parallelism))
        : RunnerSession.open(kind, parallelism);
  }

  private static Optional<String> entry(RunnerKind kind) {
    return switch (kind) {
      case FLOOR -> Optional.empty();
      case DIRECT -> Optional.of("runner_start");
      case FLINK_LOCAL -> Optional.of("minicluster_start");
    };
  }
}
