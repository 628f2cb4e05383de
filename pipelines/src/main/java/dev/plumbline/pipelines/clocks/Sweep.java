package dev.plumbline.pipelines.clocks;

import dev.plumbline.transforms.clock.StageInterval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One pass over a run's intervals in time: which stages were active at each instant. */
final class Sweep {
  private final Map<String, Long> elapsed = new HashMap<>();
  private final Map<String, Long> attributed = new HashMap<>();
  private long unattributed;

  private Sweep() {}

  /** An interval begins (+1) or ends (-1). */
  private record Edge(long nanos, String stage, int change) {}

  static Sweep over(List<StageInterval> intervals, long startNanos, long endNanos) {
    Sweep sweep = new Sweep();
    TreeMap<String, Integer> active = new TreeMap<>();
    long at = startNanos;
    for (Edge edge : edges(intervals, startNanos, endNanos)) {
      sweep.span(edge.nanos() - at, active);
      at = edge.nanos();
      active.merge(edge.stage(), edge.change(), Integer::sum);
      active.remove(edge.stage(), 0);
    }
    sweep.span(endNanos - at, active);
    return sweep;
  }

  private static List<Edge> edges(List<StageInterval> intervals, long startNanos, long endNanos) {
    List<Edge> edges = new ArrayList<>(2 * intervals.size());
    for (StageInterval interval : intervals) {
      long from = clamp(interval.startNanos(), startNanos, endNanos);
      edges.add(new Edge(from, interval.stage(), 1));
      edges.add(
          new Edge(
              Math.max(from, clamp(interval.endNanos(), startNanos, endNanos)),
              interval.stage(),
              -1));
    }
    // relative to the start, since nanoTime may wrap; an end before a begin at the same instant
    // changes nothing
    edges.sort(Comparator.comparingLong(edge -> edge.nanos() - startNanos));
    return edges;
  }

  private static long clamp(long nanos, long startNanos, long endNanos) {
    return nanos - startNanos < 0 ? startNanos : nanos - endNanos > 0 ? endNanos : nanos;
  }

  private void span(long length, Map<String, Integer> active) {
    if (active.isEmpty()) {
      unattributed += length;
      return;
    }
    long share = length / active.size();
    long rest = length % active.size();
    for (String stage : active.keySet()) {
      elapsed.merge(stage, length, Long::sum);
      attributed.merge(stage, share + (rest-- > 0 ? 1 : 0), Long::sum);
    }
  }

  long elapsed(String stage) {
    return elapsed.getOrDefault(stage, 0L);
  }

  long attributed(String stage) {
    return attributed.getOrDefault(stage, 0L);
  }

  long unattributed() {
    return unattributed;
  }
}
