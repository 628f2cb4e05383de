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
  /** Copies and sorts the stages. */
  public RunTimes {
    stages = Collections.unmodifiableMap(new TreeMap<>(stages));
  }

  /**
   * Sums up the intervals of a run; what of them lies outside the run does not count.
   *
   * @param startNanos {@link System#nanoTime()} at the run's start
   * @param endNanos {@link System#nanoTime()} at the run's end
   */
  public static RunTimes of(List<StageInterval> intervals, long startNanos, long endNanos) {
    Map<String, List<StageInterval>> byStage =
        intervals.stream().collect(Collectors.groupingBy(StageInterval::stage));
    Sweep sweep = Sweep.over(intervals, startNanos, endNanos);
    Map<String, StageTime> stages = new TreeMap<>();
    byStage.forEach((stage, own) -> stages.put(stage, sum(stage, own, sweep)));
    return new RunTimes(endNanos - startNanos, sweep.unattributed(), stages);
  }

  private static StageTime sum(String stage, List<StageInterval> own, Sweep sweep) {
    long busy = 0;
    long cpu = 0;
    long allocated = 0;
    long rows = 0;
    long bytesIn = 0;
    long bytesOut = 0;
    long retries = 0;
    for (StageInterval interval : own) {
      busy += interval.endNanos() - interval.startNanos();
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
