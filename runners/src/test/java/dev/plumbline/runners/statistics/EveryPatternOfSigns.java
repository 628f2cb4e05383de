package dev.plumbline.runners.statistics;

import java.util.Arrays;

/** The signed-rank test by its definition, for few differences: nothing but enumeration. */
final class EveryPatternOfSigns {
  private EveryPatternOfSigns() {}

  /** P(W+ >= observed) and P(W+ <= observed). */
  static double[] tails(double[] differences) {
    double[] x = Arrays.stream(differences).filter(d -> d != 0).toArray();
    double observed = 0;
    for (double d : x) {
      observed += d > 0 ? rank(x, d) : 0;
    }
    int greater = 0;
    int less = 0;
    int patterns = 1 << x.length;
    for (int pattern = 0; pattern < patterns; pattern++) {
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        sum += (pattern >> i & 1) == 1 ? rank(x, x[i]) : 0;
      }
      greater += sum >= observed ? 1 : 0;
      less += sum <= observed ? 1 : 0;
    }
    return new double[] {(double) greater / patterns, (double) less / patterns};
  }

  /** How many are smaller, and half of those that are equal, itself included, and a half. */
  private static double rank(double[] x, double d) {
    double rank = 0.5;
    for (double other : x) {
      int order = Double.compare(Math.abs(other), Math.abs(d));
      rank += order < 0 ? 1 : order == 0 ? 0.5 : 0;
    }
    return rank;
  }
}
