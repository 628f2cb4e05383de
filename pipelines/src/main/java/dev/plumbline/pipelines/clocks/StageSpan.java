package dev.plumbline.pipelines.clocks;

/**
 * From the first start of a stage's work to its last end, whatever the runner did in between: what
 * an engine took that works in pieces.
 *
 * @param startMicros {@link System#nanoTime()} of its first start, in whole microseconds
 * @param endMicros of its last end
 */
public record StageSpan(long startMicros, long endMicros) {
  /** Its length in microseconds. */
  public long micros() {
    return endMicros - startMicros;
  }

  /** The span of both. */
  StageSpan and(StageSpan other) {
    return new StageSpan(
        Math.min(startMicros, other.startMicros), Math.max(endMicros, other.endMicros));
  }
}
