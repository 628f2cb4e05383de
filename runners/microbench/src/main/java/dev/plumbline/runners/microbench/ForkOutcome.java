package dev.plumbline.runners.microbench;

import dev.plumbline.runners.microbench.cores.Evidence;

/** How one fork ended. */
sealed interface ForkOutcome {
  /**
   * With a number and its proof.
   *
   * @param nanos mean of its iterations, in nanoseconds per row or operation
   * @param evidence what it proved
   */
  record Measured(double nanos, Evidence evidence) implements ForkOutcome {}

  /**
   * Without a number.
   *
   * @param reason why, in one line
   */
  record Failed(String reason) implements ForkOutcome {}
}
