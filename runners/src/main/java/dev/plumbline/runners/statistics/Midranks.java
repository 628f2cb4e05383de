package dev.plumbline.runners.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Ranks of the absolute differences from a shift; zeros have none, ties share the mean of theirs.
 * They are kept doubled, as integers.
 */
final class Midranks {
  private final int[] doubled;
  private final int doubledPositiveSum;

  private Midranks(int[] doubled, int doubledPositiveSum) {
    this.doubled = doubled;
    this.doubledPositiveSum = doubledPositiveSum;
  }

  static Midranks of(double[] differences, double shift) {
    double[] sorted =
        Arrays.stream(differences)
            .map(difference -> difference - shift)
            .filter(difference -> difference != 0)
            .boxed()
            .sorted(Comparator.comparingDouble(Math::abs))
            .mapToDouble(Double::doubleValue)
            .toArray();
    int[] doubled = new int[sorted.length];
    int positive = 0;
    for (int start = 0, end; start < sorted.length; start = end) {
      end = start + 1;
      while (end < sorted.length && Math.abs(sorted[end]) == Math.abs(sorted[start])) {
        end++;
      }
      for (int i = start; i < end; i++) {
        doubled[i] = start + 1 + end;
        positive += sorted[i] > 0 ? doubled[i] : 0;
      }
    }
    return new Midranks(doubled, positive);
  }

  /** 2 W+: twice the sum of the ranks of positive differences. */
  int doubledPositiveSum() {
    return doubledPositiveSum;
  }

  /** The distribution of W+ over all patterns of signs, given these ranks. */
  SignedRankDistribution nullDistribution() {
    return SignedRankDistribution.given(doubled);
  }
}
