package dev.plumbline.runners.measure.analysis;

import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.PairedRatio;
import org.jspecify.annotations.Nullable;

/**
 * Candidate by base, from paired blocks.
 *
 * @param estimate Hodges and Lehmann's, of ln(candidate / base), exponentiated
 * @param interval95 exact signed-rank limits; null with fewer than 6 blocks
 * @param interval90 the same at 90 %
 * @param pairs blocks
 * @param pValue exact, two-sided, signed-rank; of no difference
 * @param pHolm the same adjusted over all pairs of the scenario's wall times; null for other
 *     metrics
 * @param pEquivalence of a difference of at least the margin, by two one-sided tests
 * @param sdLog standard deviation of ln(candidate / base); null with one pair
 * @param minimumDetectableEffect the least relative difference that this many pairs find with 80 %
 *     power; null with one pair
 */
public record RatioFigures(
    double estimate,
    @Nullable Interval interval95,
    @Nullable Interval interval90,
    int pairs,
    double pValue,
    @Nullable Double pHolm,
    double pEquivalence,
    @Nullable Double sdLog,
    @Nullable Double minimumDetectableEffect) {

  static RatioFigures of(PairedRatio ratio, double pEquivalence) {
    return new RatioFigures(
        ratio.estimate(),
        ratio.interval95(),
        ratio.interval90(),
        ratio.pairs(),
        ratio.pValue(),
        null,
        pEquivalence,
        ratio.sdLog(),
        ratio.detectableEffect());
  }

  RatioFigures withHolm(double p) {
    return new RatioFigures(
        estimate,
        interval95,
        interval90,
        pairs,
        pValue,
        p,
        pEquivalence,
        sdLog,
        minimumDetectableEffect);
  }
}
