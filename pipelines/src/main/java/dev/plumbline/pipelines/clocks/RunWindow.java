package dev.plumbline.pipelines.clocks;

/**
 * The time that a run took, on {@link System#nanoTime()}'s clock, which may wrap within it.
 *
 * @param startNanos its start
 * @param endNanos its end
 */
public record RunWindow(long startNanos, long endNanos) {
  /** Rejects an end before the start. */
  public RunWindow {
    if (endNanos - startNanos < 0) {
      throw new IllegalArgumentException(
          "A run that started at %d cannot end at %d".formatted(startNanos, endNanos));
    }
  }

  /** From start to end, in nanoseconds. */
  public long wallNanos() {
    return endNanos - startNanos;
  }

  /** Nanoseconds from the start to an instant; the nearer edge for an instant outside. */
  public long offset(long nanoTime) {
    return Math.min(Math.max(nanoTime - startNanos, 0), wallNanos());
  }
}
