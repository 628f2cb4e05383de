package dev.plumbline.runners.microbench.performance;

import dev.plumbline.transforms.table.Findings;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One side of a pair: a work that is timed, and what it found when it last ran. */
final class Side implements Callable<Long> {
  private final Timed work;
  private @Nullable Findings found;

  Side(Timed work) {
    this.work = work;
  }

  /** A work that knows its own time. */
  @FunctionalInterface
  interface Timed {
    /** Does the work once. */
    Done run() throws Exception;
  }

  /**
   * A work that has been done.
   *
   * @param nanos what it took
   * @param findings what it found
   */
  record Done(long nanos, Findings findings) {}

  @Override
  public Long call() throws Exception {
    Done done = work.run();
    found = done.findings();
    return done.nanos();
  }

  /** What it found when it last ran. */
  Findings found() {
    return Objects.requireNonNull(found);
  }
}
