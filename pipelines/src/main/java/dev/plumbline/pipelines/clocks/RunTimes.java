package dev.plumbline.pipelines.clocks;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The times of a run and of its stages. The attributed times of all stages and the unattributed
 * time add up to the wall time, to the nanosecond.
 *
 * @param wallNanos from start to end of the run
 * @param unattributedNanos the time in which no stage was active
 * @param stages by stage name
 */
public record RunTimes(long wallNanos, long unattributedNanos, Map<String, StageTime> stages) {
  /** Copies and sorts the stages; rejects times that do not add up. */
  public RunTimes {
    stages = Collections.unmodifiableMap(new TreeMap<>(stages));
    long sum =
        unattributedNanos + stages.values().stream().mapToLong(StageTime::attributedNanos).sum();
    if (sum != wallNanos) {
      throw new IllegalArgumentException(
          "Attributed and unattributed times of a run add up to %,d ns, expected its wall time %,d ns"
              .formatted(sum, wallNanos));
    }
  }

  /**
   * Sums up the intervals of a run; the time of what of them lies outside the run does not count.
   *
   * @param startNanos {@link System#nanoTime()} at the run's start
   * @param endNanos {@link System#nanoTime()} at the run's end
   */
  public static RunTimes of(List<StageInterval> intervals, long startNanos, long endNanos) {
    Map<String, List<StageInterval>> byStage =
        intervals.stream().collect(Collectors.groupingBy(StageInterval::stage));
    RunWindow window = new RunWindow(startNanos, endNanos);
    Sweep sweep = Sweep.over(intervals, window);
    Map<String, StageTime> stages = new TreeMap<>();
    byStage.forEach((stage, own) -> stages.put(stage, sum(stage, own, sweep, window)));
    return new RunTimes(window.wallNanos(), sweep.unattributed(), stages);
  }

  /** The same in whole microseconds, as a report shows them. */
  public RunMicros micros() {
    return RunMicros.of(this);
  }

  private static StageTime sum(
      String stage, List<StageInterval> own, Sweep sweep, RunWindow window) {
    long busy = 0;
    long cpu = 0;
    long allocated = 0;
    long rows = 0;
    long bytesIn = 0;
    long bytesOut = 0;
    long retries = 0;
    for (StageInterval interval : own) {
      busy +=
          Math.max(0, window.offset(interval.endNanos()) - window.offset(interval.startNanos()));
      cpu += interval.cpuNanos();
      allocated += interval.allocatedBytes();
      rows += interval.rows();
      bytesIn += interval.bytesIn();
      bytesOut += interval.bytesOut();
      retries += interval.retries();
    }
    return new StageTime(
        busy,
        sweep.elapsed(stage),
        sweep.attributed(stage),
        cpu,
        allocated,
        rows,
        bytesIn,
        bytesOut,
        retries);
  }
}
