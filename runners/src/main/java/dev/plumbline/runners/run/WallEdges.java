package dev.plumbline.runners.run;

import dev.plumbline.pipelines.clocks.RunMicros;
import dev.plumbline.pipelines.clocks.RunWindow;
import dev.plumbline.runners.runner.Launch;
import dev.plumbline.transforms.clock.StageInterval;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a run's wall time before its first stage began and after its last had ended. It is
 * the instants that are rounded, so that neighbouring parts add up.
 */
public final class WallEdges {
  /** The ledger's name for the part behind the last stage. */
  public static final String AFTER = "of_wall_after_last_stage";

  private WallEdges() {}

  /**
   * The parts in whole microseconds, by the names that the ledger has for them.
   *
   * @param launch what splits the part before the first stage; an instant that lies outside it
   *     counts as its nearer end. Without, it stays one part
   */
  static Map<String, Long> micros(
      List<StageInterval> intervals, RunWindow window, Optional<Launch> launch) {
    long wall = window.wallNanos();
    long first =
        intervals.stream().mapToLong(i -> window.offset(i.startNanos())).min().orElse(wall);
    long last = intervals.stream().mapToLong(i -> window.offset(i.endNanos())).max().orElse(wall);
    Map<String, Long> parts = new LinkedHashMap<>();
    if (launch.isPresent()) {
      long constructed = Math.min(window.offset(launch.get().constructedNanos()), first);
      long translated = window.offset(launch.get().translatedNanos());
      translated = Math.min(Math.max(translated, constructed), first);
      parts.put("of_wall_construction", between(0, constructed));
      parts.put("of_wall_translation", between(constructed, translated));
      parts.put("of_wall_submit", between(translated, first));
    } else {
      parts.put("of_wall_before_first_stage", between(0, first));
    }
    parts.put(AFTER, between(last, wall));
    return parts;
  }

  private static long between(long fromNanos, long toNanos) {
    return RunMicros.rounded(toNanos) - RunMicros.rounded(fromNanos);
  }
}
