package dev.plumbline.runners.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The least effect that a comparison of paired blocks finds with 80 % power, at 5 % two-sided:
 * exp((t(0.975, n-1) + t(0.8, n-1)) sd / sqrt(n)) - 1, where sd is the standard deviation of the
 * log ratios (the planning formula of the paired t test; Cohen, Statistical Power Analysis, 2nd
 * ed., chapter 2). The signed-rank test, which is used here, needs about 5 % more pairs than the t
 * test if the noise is normal and fewer if it has heavy tails.
 */
public final class MinimumDetectableEffect {
  /** With fewer pairs the exact test cannot reject at 5 %, whatever the effect. */
  static final int FEWEST_PAIRS = 6;

  private static final int MOST_PAIRS = 1 << 30;

  private MinimumDetectableEffect() {}

  /**
   * The effect as a fraction: 0.05 is a ratio of 1.05.
   *
   * @param sdLog standard deviation of the log ratios, from earlier runs or an A/A run
   * @return infinity with fewer than 6 pairs, where no effect can be detected
   * @throws IllegalArgumentException if the deviation is negative or not finite, or without a pair
   */
  public static double of(double sdLog, int pairs) {
    if (!(sdLog >= 0 && sdLog < Double.POSITIVE_INFINITY) || pairs < 1) {
      throw new IllegalArgumentException(
          "A detectable effect needs a finite deviation of at least 0 and a pair, found %s and %d"
              .formatted(sdLog, pairs));
    }
    if (pairs < FEWEST_PAIRS) {
      return Double.POSITIVE_INFINITY;
    }
    TDistribution t = TDistribution.of(pairs - 1);
    double quantiles = t.inverseCumulativeProbability(0.975) + t.inverseCumulativeProbability(0.8);
    return Math.expm1(quantiles * sdLog / Math.sqrt(pairs));
  }

  /**
   * The fewest pairs, at least 6, that make the effect detectable.
   *
   * @throws IllegalArgumentException if the effect is not positive, or needs more than 2^30 pairs
   */
  public static int pairsFor(double sdLog, double effect) {
    int enough = FEWEST_PAIRS;
    while (!(of(sdLog, enough) <= effect)) {
      if (!(effect > 0) || enough >= MOST_PAIRS) {
        throw new IllegalArgumentException(
            "No number of pairs makes an effect of %s detectable at a deviation of %s"
                .formatted(effect, sdLog));
      }
      enough = (int) Math.min(MOST_PAIRS, 2L * enough);
    }
    int tooFew = FEWEST_PAIRS - 1;
    while (enough - tooFew > 1) {
      int middle = tooFew + (enough - tooFew) / 2;
      if (of(sdLog, middle) <= effect) {
        enough = middle;
      } else {
        tooFew = middle;
      }
    }
    return enough;
  }
}
