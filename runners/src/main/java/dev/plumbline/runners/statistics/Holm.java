package dev.plumbline.runners.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment of p-values for several tests (Holm 1979): the probability of any
 * false alarm among them stays at the level, however they depend on each other.
 */
public final class Holm {
  private Holm() {}

  /**
   * The adjusted p-values, in the order of the given ones. The i-th least of m is multiplied by m -
   * i + 1, then raised to that of the lesser ones, and is at most 1.
   *
   * @return empty if none is given
   * @throws IllegalArgumentException if one is not between 0 and 1
   */
  public static double[] adjust(double[] pValues) {
    int m = pValues.length;
    int[] ascending =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[m];
    double least = 0;
    for (int i = 0; i < m; i++) {
      double p = pValues[ascending[i]];
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("A p-value lies between 0 and 1, found " + p);
      }
      least = Math.max(least, Math.min(1, (m - i) * p));
      adjusted[ascending[i]] = least;
    }
    return adjusted;
  }
}
