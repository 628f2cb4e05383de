package dev.plumbline.transforms.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * All intervals of one run in this process, under the run's id: a DoFn reaches it wherever a local
 * runner has put its copy of the DoFn. Lives from {@link #open} to {@link #close()}.
 */
public final class IntervalLog implements AutoCloseable {
  private static final Map<String, IntervalLog> OPEN = new ConcurrentHashMap<>();

  private final String runId;
  private final Consumer<StageInterval> listener;
  private final ConcurrentLinkedQueue<StageInterval> intervals = new ConcurrentLinkedQueue<>();

  private IntervalLog(String runId, Consumer<StageInterval> listener) {
    this.runId = runId;
    this.listener = listener;
  }

  /**
   * Opens the log of a run.
   *
   * @param listener is told of every interval as it is added, on the thread that did the work; it
   *     must be quick
   * @throws IllegalStateException if it is open already
   */
  public static IntervalLog open(String runId, Consumer<StageInterval> listener) {
    IntervalLog log = new IntervalLog(runId, listener);
    if (OPEN.putIfAbsent(runId, log) != null) {
      throw new IllegalStateException("Run '" + runId + "' has its interval log open already");
    }
    return log;
  }

  /**
   * Adds an interval to the log of a run; where this process has no such log open, it is dropped.
   */
  static void add(String runId, StageInterval interval) {
    IntervalLog log = OPEN.get(runId);
    if (log != null) {
      log.intervals.add(interval);
      log.listener.accept(interval);
    }
  }

  /** All intervals so far, in no particular order. */
  public List<StageInterval> intervals() {
    return new ArrayList<>(intervals);
  }

  @Override
  public void close() {
    OPEN.remove(runId);
  }
}
