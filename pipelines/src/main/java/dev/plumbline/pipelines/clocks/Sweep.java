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

  /** An interval begins (+1) or ends (-1), so many nanoseconds after the run's start. */
  private record Edge(long offset, String stage, int change) {}

  static Sweep over(List<StageInterval> intervals, RunWindow window) {
    Sweep sweep = new Sweep();
    TreeMap<String, Integer> active = new TreeMap<>();
    long at = 0;
    for (Edge edge : edges(intervals, window)) {
      sweep.span(edge.offset() - at, active);
      at = edge.offset();
      active.merge(edge.stage(), edge.change(), Integer::sum);
      active.remove(edge.stage(), 0);
    }
    sweep.span(window.wallNanos() - at, active);
    return sweep;
  }

  private static List<Edge> edges(List<StageInterval> intervals, RunWindow window) {
    List<Edge> edges = new ArrayList<>(2 * intervals.size());
    for (StageInterval interval : intervals) {
      long from = window.offset(interval.startNanos());
      edges.add(new Edge(from, interval.stage(), 1));
      edges.add(new Edge(Math.max(from, window.offset(interval.endNanos())), interval.stage(), -1));
    }
    // an end before a begin at the same instant changes nothing
    edges.sort(Comparator.comparingLong(Edge::offset));
    return edges;
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
