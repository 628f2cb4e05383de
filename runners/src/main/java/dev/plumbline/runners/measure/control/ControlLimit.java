package dev.plumbline.runners.measure.control;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What the control workload may take: the median of the last {@value #KEPT} runs plus a quarter of
 * it, or plus six of their robust standard deviations (1.4826 x MAD) if that is more. The median
 * follows a machine that slowly becomes another; it does not follow one disturbance.
 */
public final class ControlLimit {
  /** How many runs are remembered. */
  public static final int KEPT = 15;

  private static final double LEAST_SHARE = 0.25;
  private static final double DEVIATIONS = 6 * 1.4826;

  private final Deque<Double> last = new ArrayDeque<>();

  /** Remembers a run. */
  public void add(double seconds) {
    last.addLast(seconds);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
  }

  /** The limit now, in seconds; infinite before the first run. */
  public double seconds() {
    if (last.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double[] values = last.stream().mapToDouble(Double::doubleValue).toArray();
    double median = median(values);
    double mad = median(Arrays.stream(values).map(v -> Math.abs(v - median)).toArray());
    return median + Math.max(LEAST_SHARE * median, DEVIATIONS * mad);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
