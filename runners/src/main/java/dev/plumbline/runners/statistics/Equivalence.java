package dev.plumbline.runners.statistics;

/**
 * Two one-sided tests for equivalence (Schuirmann 1987), each an exact signed-rank test: whether a
 * ratio lies within 1 / (1 + margin) and 1 + margin. The p-value is at most 5 % when the 90 %
 * interval of the ratio lies inside the margin.
 */
public final class Equivalence {
  private Equivalence() {}

  /**
   * The p-value of the hypothesis that the arms differ by the margin or more: the greater of the
   * two one-sided ones.
   *
   * @param logRatios ln(candidate / base) of each block
   * @param margin as a fraction: 0.05 is a ratio of 1.05
   * @throws IllegalArgumentException if the margin is not positive and finite; as {@link
   *     SignedRank#of}
   */
  public static double pValue(double[] logRatios, double margin) {
    if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("A margin is positive and finite, found " + margin);
    }
    SignedRank ranks = SignedRank.of(logRatios);
    double limit = Math.log1p(margin);
    return Math.max(ranks.pGreater(-limit), ranks.pLess(limit));
  }
}
