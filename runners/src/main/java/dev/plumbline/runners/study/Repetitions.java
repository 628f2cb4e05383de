package dev.plumbline.runners.study;

import dev.plumbline.runners.options.Bounds;

/**
 * How often works are measured, and in which order.
 *
 * @param blocks how many blocks
 * @param warmIterations runs of a work behind its first in the same fork
 * @param seed of the order
 * @param forkTimeoutSeconds after which a fork is stopped
 */
public record Repetitions(int blocks, int warmIterations, long seed, long forkTimeoutSeconds) {
  private static final int MOST = 1_000;

  /**
   * Checks the bounds, before anything is made ready.
   *
   * @throws dev.plumbline.runners.options.UsageException if a number is outside of them
   */
  public Repetitions {
    Bounds.check("--repetitions", blocks, 1, MOST);
    Bounds.check("--warm-iterations", warmIterations, 0, MOST);
    Bounds.check("--fork-timeout-seconds", forkTimeoutSeconds, 1, 86_400);
  }
}
