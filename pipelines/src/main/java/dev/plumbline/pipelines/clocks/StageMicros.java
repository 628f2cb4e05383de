package dev.plumbline.pipelines.clocks;

/**
 * The times of one stage in whole microseconds; {@code attributed <= elapsed <= busy}.
 *
 * @param busy the sum of its intervals over all threads
 * @param elapsed the length of the union of its intervals
 * @param attributed its share of the run's wall time
 * @param cpu CPU time within its intervals
 */
public record StageMicros(long busy, long elapsed, long attributed, long cpu) {
  /**
   * Rounds a stage's times, but none below one that it contains: its attributed time was rounded so
   * that it fits its run's.
   */
  static StageMicros of(StageTime time, long attributed) {
    long elapsed = Math.max(RunMicros.rounded(time.elapsedNanos()), attributed);
    long busy = Math.max(RunMicros.rounded(time.busyNanos()), elapsed);
    return new StageMicros(busy, elapsed, attributed, RunMicros.rounded(time.cpuNanos()));
  }
}
