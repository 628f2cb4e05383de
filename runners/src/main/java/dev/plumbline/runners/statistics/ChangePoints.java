package dev.plumbline.runners.statistics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Where the level of a series changes: the segmentation with the least sum, over segments, of the
 * squared deviations from the segment's mean plus a penalty. It is the exact minimum, by dynamic
 * programming (Jackson et al. 2005; PELT minimises the same sum, Killick, Fearnhead and Eckley
 * 2012).
 *
 * <p>The penalty is sigma^2 (2 ln n + 150 / n). Its first part is the usual one for a change of the
 * mean; the second makes up for a sigma taken from few values, and is set so that about one series
 * of white noise in twenty shows a change (one in nine at n = 4). Noise with a memory shows more.
 * Sigma comes from the first differences, which a change of level touches once: their median
 * absolute deviation x 1.4826 / sqrt(2). If that is 0, as in a series of few distinct values, the
 * root of half their mean square is taken instead; if that is 0, too, nothing changes. Differences
 * of 1e-12 of the greatest value count as rounding, so as 0.
 *
 * <p>A segment has at least 2 values: one value is no level. So a value that lies more than 6 sigma
 * off both its neighbours on the same side, or off the only one at the end, counts as the nearer of
 * them. The first value is taken as it is: that it is far off is what warm-up means.
 */
public final class ChangePoints {
  private static final int FEWEST_IN_SEGMENT = 2;
  private static final double SIGMA_PER_MAD = 1.4826;
  private static final double SPIKE = 6;
  private static final double ROUNDING = 1e-12;

  private ChangePoints() {}

  /**
   * The starts of all segments after the first, ascending, counted from 0.
   *
   * @return empty if the level does not change, or with fewer than 4 values
   * @throws IllegalArgumentException if a value is NaN or infinite
   */
  public static List<Integer> of(double[] series) {
    if (series.length == 0) {
      return List.of();
    }
    double[] checked = Sample.checked(series, "change points");
    if (checked.length < 2 * FEWEST_IN_SEGMENT) {
      return List.of();
    }
    double sigma = noise(checked);
    if (sigma == 0) {
      return List.of();
    }
    int n = checked.length;
    double penalty = sigma * sigma * (2 * Math.log(n) + 150.0 / n);
    return starts(lastStarts(withoutSpikes(checked, sigma), penalty));
  }

  private static double noise(double[] series) {
    double[] differences = new double[series.length - 1];
    double squares = 0;
    for (int i = 0; i < differences.length; i++) {
      differences[i] = series[i + 1] - series[i];
      squares += differences[i] * differences[i];
    }
    double center = Sample.median(differences);
    double[] deviations = Arrays.stream(differences).map(d -> Math.abs(d - center)).toArray();
    double rounding = ROUNDING * Arrays.stream(series).map(Math::abs).max().orElseThrow();
    double robust = SIGMA_PER_MAD * Sample.median(deviations) / Math.sqrt(2);
    double plain = Math.sqrt(squares / differences.length / 2);
    return robust > rounding ? robust : plain > rounding ? plain : 0;
  }

  private static double[] withoutSpikes(double[] series, double sigma) {
    double[] level = series.clone();
    int last = series.length - 1;
    for (int i = 1; i <= last; i++) {
      double fromLeft = series[i] - series[i - 1];
      double fromRight = i == last ? fromLeft : series[i] - series[i + 1];
      double nearer = Math.abs(fromLeft) <= Math.abs(fromRight) ? fromLeft : fromRight;
      if (Math.signum(fromLeft) == Math.signum(fromRight) && Math.abs(nearer) > SPIKE * sigma) {
        level[i] = series[i] - nearer;
      }
    }
    return level;
  }

  /**
   * For each length of a beginning of the series, where the last segment of its best cut starts.
   */
  static int[] lastStarts(double[] series, double penalty) {
    int n = series.length;
    SegmentCost cost = new SegmentCost(series);
    double[] best = new double[n + 1];
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    best[0] = 0;
    int[] lastStart = new int[n + 1];
    for (int end = FEWEST_IN_SEGMENT; end <= n; end++) {
      for (int start = 0; start <= end - FEWEST_IN_SEGMENT; start++) {
        double candidate = best[start] + cost.of(start, end) + penalty;
        if (candidate < best[end]) {
          best[end] = candidate;
          lastStart[end] = start;
        }
      }
    }
    return lastStart;
  }

  private static List<Integer> starts(int[] lastStart) {
    Deque<Integer> starts = new ArrayDeque<>();
    for (int start = lastStart[lastStart.length - 1]; start > 0; start = lastStart[start]) {
      starts.addFirst(start);
    }
    return List.copyOf(starts);
  }
}
