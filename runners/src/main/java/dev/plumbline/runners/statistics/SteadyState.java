package dev.plumbline.runners.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * The warm part of a fork: its last segment between change points ({@link ChangePoints}), if that
 * holds at least half of the iterations and drifts by less than 1 % of its mean per iteration. The
 * drift is the median of the slopes between all pairs (Theil 1950, Sen 1968), which a few slow
 * iterations do not move.
 *
 * @param firstIteration where it starts, counted from 0
 * @param iterations how many it has
 * @param mean their mean, in the iterations' unit
 * @param driftPerIteration slope by mean, as a fraction; positive if iterations get slower
 */
public record SteadyState(
    int firstIteration, int iterations, double mean, double driftPerIteration) {
  private static final int FEWEST = 4;
  private static final double MOST_DRIFT = 0.01;

  /**
   * The steady state of a fork's iterations, in the order they ran.
   *
   * @return empty if there is none, or with fewer than 4 iterations
   * @throws IllegalArgumentException if an iteration is not positive and finite
   */
  public static Optional<SteadyState> of(double[] iterations) {
    for (double iteration : iterations) {
      if (!(iteration > 0 && iteration < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "An iteration takes a positive, finite time, found " + iteration);
      }
    }
    if (iterations.length < FEWEST) {
      return Optional.empty();
    }
    List<Integer> changes = ChangePoints.of(iterations);
    int first = changes.isEmpty() ? 0 : changes.get(changes.size() - 1);
    double[] last = Arrays.copyOfRange(iterations, first, iterations.length);
    double mean = Mean.of(last).getAsDouble();
    double drift = slope(last) / mean;
    boolean steady = 2 * last.length >= iterations.length && Math.abs(drift) < MOST_DRIFT;
    return steady
        ? Optional.of(new SteadyState(first, last.length, mean, drift))
        : Optional.empty();
  }

  /** Theil and Sen's slope per step; of at least two values. */
  private static double slope(double[] series) {
    double[] slopes = new double[series.length * (series.length - 1) / 2];
    int at = 0;
    for (int i = 0; i < series.length; i++) {
      for (int j = i + 1; j < series.length; j++) {
        slopes[at++] = (series[j] - series[i]) / (j - i);
      }
    }
    return Sample.median(slopes);
  }
}
