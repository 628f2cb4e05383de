package dev.plumbline.pipelines.clocks;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The definitions of busy, elapsed and attributed time, taken by their word: one nanosecond after
 * the other. Exact where at most four stages are active at once and all instants are multiples of
 * twelve from the start.
 *
 * @param startNanos the run's start
 * @param wallNanos how long it takes
 */
record NanosecondModel(long startNanos, int wallNanos) {
  RunTimes times(List<StageInterval> intervals) {
    Map<String, Long> busy = new HashMap<>();
    Map<String, Long> elapsed = new HashMap<>();
    Map<String, Long> twelfths = new HashMap<>();
    long idle = 0;
    for (int nano = 0; nano < wallNanos; nano++) {
      Map<String, Long> active = active(intervals, nano);
      idle += active.isEmpty() ? 1 : 0;
      for (Map.Entry<String, Long> stage : active.entrySet()) {
        busy.merge(stage.getKey(), stage.getValue(), Long::sum);
        elapsed.merge(stage.getKey(), 1L, Long::sum);
        twelfths.merge(stage.getKey(), 12L / active.size(), Long::sum);
      }
    }
    Map<String, StageTime> stages = new TreeMap<>();
    for (StageInterval interval : intervals) {
      String stage = interval.stage();
      long rows = intervals.stream().filter(i -> i.stage().equals(stage)).count();
      stages.put(
          stage,
          new StageTime(
              busy.getOrDefault(stage, 0L),
              elapsed.getOrDefault(stage, 0L),
              twelfths.getOrDefault(stage, 0L) / 12,
              0,
              0,
              rows,
              0,
              0,
              0));
    }
    return new RunTimes(wallNanos, idle, stages);
  }

  /** How many intervals of each active stage hold the nanosecond that begins then. */
  private Map<String, Long> active(List<StageInterval> intervals, int nano) {
    Map<String, Long> active = new HashMap<>();
    for (StageInterval interval : intervals) {
      if (interval.startNanos() - startNanos <= nano && interval.endNanos() - startNanos > nano) {
        active.merge(interval.stage(), 1L, Long::sum);
      }
    }
    return active;
  }
}
