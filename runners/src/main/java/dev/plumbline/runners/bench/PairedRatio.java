package dev.plumbline.runners.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * The ratio of two arms over paired blocks: the Hodges-Lehmann estimate of ln(candidate / base),
 * and its exact distribution-free confidence interval from the Wilcoxon signed-rank statistic,
 * exponentiated (Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., sections
 * 3.2 and 3.3).
 *
 * @param estimate candidate by base
 * @param low lower limit of the interval
 * @param high upper limit of the interval
 * @param pairs the number of blocks
 */
public record PairedRatio(double estimate, double low, double high, int pairs) {
  private static final double TAIL = 0.025;
  private static final int FEWEST = 6;

  /**
   * The ratio with a 95 % interval.
   *
   * @throws IllegalArgumentException with fewer than 6 pairs, which can have no such interval, or
   *     unequal lengths
   */
  public static PairedRatio of(double[] candidate, double[] base) {
    int n = candidate.length;
    if (n != base.length || n < FEWEST) {
      throw new IllegalArgumentException(
          "A 95 %% interval needs at least %d pairs, found %d and %d"
              .formatted(FEWEST, n, base.length));
    }
    double[] walsh = walsh(candidate, base);
    int m = walsh.length;
    int cut = criticalCount(n);
    double median = (walsh[(m - 1) / 2] + walsh[m / 2]) / 2;
    return new PairedRatio(Math.exp(median), Math.exp(walsh[cut - 1]), Math.exp(walsh[m - cut]), n);
  }

  /** All averages of two log ratios, sorted. */
  private static double[] walsh(double[] candidate, double[] base) {
    int n = candidate.length;
    double[] averages = new double[n * (n + 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        averages[at++] = (Math.log(candidate[i] / base[i]) + Math.log(candidate[j] / base[j])) / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }

  /**
   * The largest k such that P(W+ < k) is at most the tail, by counting the subsets of ranks 1..n
   * with each sum.
   */
  static int criticalCount(int n) {
    double[] subsets = new double[n * (n + 1) / 2 + 1];
    subsets[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = subsets.length - 1; sum >= rank; sum--) {
        subsets[sum] += subsets[sum - rank];
      }
    }
    double limit = TAIL * Math.pow(2, n);
    double below = 0;
    int k = 0;
    while (below + subsets[k] <= limit) {
      below += subsets[k++];
    }
    return k;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f] (n=%d)", estimate, low, high, pairs);
  }
}
