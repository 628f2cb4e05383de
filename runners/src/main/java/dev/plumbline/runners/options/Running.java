package dev.plumbline.runners.options;

import dev.plumbline.runners.runner.Runners;

/**
 * What carries the pipeline, and where.
 *
 * @param parallelism threads of the runner
 * @param runner the runner
 * @param heap heap of the run's JVM, such as {@code 2g}
 */
public record Running(int parallelism, Runners runner, String heap) {
  /** Checks the bounds. */
  public Running {
    Bounds.check("--parallelism", parallelism, 1, Bounds.MAX_THREADS);
  }
}
