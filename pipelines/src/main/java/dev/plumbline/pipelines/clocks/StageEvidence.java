package dev.plumbline.pipelines.clocks;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What is known of a stage's work whichever JVMs did it: what was attempted, as Beam's metrics add
 * it up, or, without Beam, the intervals.
 *
 * @param pieces pieces of work, each with a time of its own
 * @param pages those from which rows went out
 * @param rows rows that went out
 * @param bytesIn payload bytes that came in
 * @param bytesOut payload bytes that went out
 * @param retries requests that failed before one succeeded
 * @param busyNanos the sum of the times of all pieces
 * @param span from the first start to the last end
 */
public record StageEvidence(
    long pieces,
    long pages,
    long rows,
    long bytesIn,
    long bytesOut,
    long retries,
    long busyNanos,
    StageSpan span) {
  /** Of all stages, by name, as their intervals add up. */
  public static Map<String, StageEvidence> of(List<StageInterval> intervals) {
    Map<String, StageEvidence> stages = new HashMap<>();
    for (StageInterval interval : intervals) {
      stages.merge(interval.stage(), of(interval), StageEvidence::plus);
    }
    return stages;
  }

  private static StageEvidence of(StageInterval interval) {
    return new StageEvidence(
        1,
        interval.rows() > 0 ? 1 : 0,
        interval.rows(),
        interval.bytesIn(),
        interval.bytesOut(),
        interval.retries(),
        interval.endNanos() - interval.startNanos(),
        new StageSpan(
            TimeUnit.NANOSECONDS.toMicros(interval.startNanos()),
            TimeUnit.NANOSECONDS.toMicros(interval.endNanos())));
  }

  private StageEvidence plus(StageEvidence other) {
    return new StageEvidence(
        pieces + other.pieces,
        pages + other.pages,
        rows + other.rows,
        bytesIn + other.bytesIn,
        bytesOut + other.bytesOut,
        retries + other.retries,
        busyNanos + other.busyNanos,
        span.and(other.span));
  }
}
