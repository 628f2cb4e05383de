package dev.plumbline.runners.microbench;

/**
 * How much is measured.
 *
 * @param arm what the history calls it
 * @param forks fresh JVMs for each benchmark
 * @param warmupIterations iterations of a fork that do not count
 * @param iterations iterations of a fork that do
 * @param iterationMillis length of an iteration
 */
public record Effort(
    String arm, int forks, int warmupIterations, int iterations, long iterationMillis) {

  static Effort of(int forks, int warmupIterations, int iterations) {
    return new Effort("default", forks, warmupIterations, iterations, 1_000);
  }

  /** Just enough to see that everything works; its numbers say nothing. */
  static Effort smoke() {
    return new Effort("smoke", 1, 1, 1, 50);
  }
}
