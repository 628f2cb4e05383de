package dev.plumbline.runners.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Wilcoxon's signed-rank statistic of paired differences: estimate, interval and tests of where
 * they are centred. It assumes that the differences are independent and that each is distributed
 * symmetrically about the same centre; two arms that are measured alike and do not differ have such
 * differences of logarithms, whatever their noise. Everything is exact: no normal approximation at
 * any size.
 *
 * <p>Estimate and limits are those of Hollander, Wolfe and Chicken, Nonparametric Statistical
 * Methods, 3rd ed., sections 3.2 and 3.3.
 *
 * <p>Zeros: Wilcoxon (1945) drops them and ranks the rest, and so do Hollander, Wolfe and Chicken;
 * Pratt (1959) ranks them with the rest and drops them then, so that no p-value falls as a
 * difference moves against it. Here they are dropped. Ties in absolute value get the mean of their
 * ranks; the usual tables do not hold then, so the distribution is that of all sign patterns, given
 * the ranks that occurred. The limits use the distribution without ties: as a closed interval they
 * then cover at least as often as they claim (Noether 1967). So with ties or zeros a p-value can
 * say a little more than the interval.
 */
public final class SignedRank {
  private static final int MOST = 1_000;

  private final double[] differences;
  private final double[] walsh;

  private SignedRank(double[] differences) {
    this.differences = differences;
    this.walsh = walshAverages(differences);
  }

  /**
   * The statistic of the differences, in any order.
   *
   * @throws IllegalArgumentException if there is none, if there are more than 1,000, or if one is
   *     NaN or infinite
   */
  public static SignedRank of(double[] differences) {
    double[] checked = Sample.checked(differences, "signed rank");
    if (checked.length > MOST) {
      throw new IllegalArgumentException(
          "The exact signed-rank distribution is computed for up to %d differences, found %d"
              .formatted(MOST, checked.length));
    }
    return new SignedRank(checked);
  }

  /** The Hodges-Lehmann estimate of the centre: the median of all Walsh averages. */
  public double estimate() {
    return Sample.median(walsh);
  }

  /**
   * The narrowest symmetric pair of Walsh averages that covers the centre with at least the given
   * probability.
   *
   * @return empty if even the widest pair does not: at 95 % with fewer than six differences, at 90
   *     % with fewer than five
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<Interval> interval(double level) {
    double tail = (1 - Sample.checkedLevel(level)) / 2;
    int sums = SignedRankDistribution.untied(differences.length).sumsWithin(tail);
    // Doubled sums without ties are even: every second one has no probability.
    int k = (sums + 1) / 2;
    return k == 0
        ? Optional.empty()
        : Optional.of(new Interval(walsh[k - 1], walsh[walsh.length - k], level));
  }

  /** The two-sided p-value for a centre of 0: twice the lesser tail; 1 if all are zero. */
  public double pValue() {
    return Math.min(1, 2 * Math.min(pGreater(0), pLess(0)));
  }

  /** The p-value of the hypothesis that the centre is at {@code shift}, against a greater one. */
  public double pGreater(double shift) {
    Midranks ranks = Midranks.of(differences, shift);
    return ranks.nullDistribution().atLeast(ranks.doubledPositiveSum());
  }

  /** The p-value of the hypothesis that the centre is at {@code shift}, against a lesser one. */
  public double pLess(double shift) {
    Midranks ranks = Midranks.of(differences, shift);
    return ranks.nullDistribution().atMost(ranks.doubledPositiveSum());
  }

  /** The averages of all pairs, each value with itself included, sorted. */
  private static double[] walshAverages(double[] values) {
    double[] averages = new double[values.length * (values.length + 1) / 2];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        averages[at++] = values[i] / 2 + values[j] / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }
}
