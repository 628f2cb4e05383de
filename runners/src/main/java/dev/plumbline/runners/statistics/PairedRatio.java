package dev.plumbline.runners.statistics;

import java.util.Locale;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.jspecify.annotations.Nullable;

/**
 * The ratio of two arms over paired blocks, by signed ranks of ln(candidate / base): see {@link
 * SignedRank}. Few pairs give an estimate, but no claim.
 *
 * @param estimate candidate by base: the exponential of the Hodges-Lehmann estimate
 * @param interval95 exact 95 % limits of the ratio; null with fewer than 6 pairs
 * @param interval90 exact 90 % limits, for equivalence; null with fewer than 5 pairs
 * @param pairs the number of blocks
 * @param pValue exact and two-sided, for a ratio of 1
 * @param sdLog sample standard deviation of the log ratios; null with one pair
 * @param detectableEffect the minimum detectable effect at that deviation, as a fraction: see
 *     {@link MinimumDetectableEffect}; null with fewer than 6 pairs, where no effect can be
 *     detected
 */
public record PairedRatio(
    double estimate,
    @Nullable Interval interval95,
    @Nullable Interval interval90,
    int pairs,
    double pValue,
    @Nullable Double sdLog,
    @Nullable Double detectableEffect) {

  /**
   * The ratio of values that stand in the order of their blocks.
   *
   * @throws IllegalArgumentException if there are none or unequally many, or if one is not positive
   *     and finite
   */
  public static PairedRatio of(double[] candidate, double[] base) {
    double[] logRatios = logRatios(candidate, base);
    int pairs = logRatios.length;
    SignedRank ranks = SignedRank.of(logRatios);
    Double sdLog = pairs == 1 ? null : StandardDeviation.of(logRatios).getAsDouble();
    return new PairedRatio(
        Math.exp(ranks.estimate()),
        ranks.interval(0.95).map(Interval::exponential).orElse(null),
        ranks.interval(0.90).map(Interval::exponential).orElse(null),
        pairs,
        ranks.pValue(),
        sdLog,
        sdLog == null || pairs < MinimumDetectableEffect.FEWEST_PAIRS
            ? null
            : Double.valueOf(MinimumDetectableEffect.of(sdLog, pairs)));
  }

  /** ln(candidate / base), block by block: what {@link Equivalence} takes. */
  public static double[] logRatios(double[] candidate, double[] base) {
    if (candidate.length != base.length) {
      throw new IllegalArgumentException(
          "Pairs need as many values of the candidate as of the base, found %d and %d"
              .formatted(candidate.length, base.length));
    }
    double[] logRatios = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      double ratio = candidate[i] / base[i];
      if (!(candidate[i] > 0 && base[i] > 0 && ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "A ratio needs positive, finite values, found %s and %s in pair %d"
                .formatted(candidate[i], base[i], i));
      }
      logRatios[i] = Math.log(ratio);
    }
    return logRatios;
  }

  /** Such as {@code 1.690 [1.547, 1.847] (n=10)}, or {@code 1.690 (n=3)} without an interval. */
  @Override
  public String toString() {
    String limits =
        interval95 == null
            ? ""
            : String.format(Locale.ROOT, " [%.3f, %.3f]", interval95.low(), interval95.high());
    return String.format(Locale.ROOT, "%.3f%s (n=%d)", estimate, limits, pairs);
  }
}
