package dev.plumbline.pipelines.clocks;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

  /** The spans of all stages, by name. */
  public static Map<String, StageSpan> of(List<StageInterval> intervals) {
    Map<String, StageSpan> spans = new HashMap<>();
    for (StageInterval interval : intervals) {
      StageSpan own =
          new StageSpan(
              TimeUnit.NANOSECONDS.toMicros(interval.startNanos()),
              TimeUnit.NANOSECONDS.toMicros(interval.endNanos()));
      spans.merge(interval.stage(), own, StageSpan::and);
    }
    return spans;
  }

  private StageSpan and(StageSpan other) {
    return new StageSpan(
        Math.min(startMicros, other.startMicros), Math.max(endMicros, other.endMicros));
  }
}
