package dev.plumbline.runners.mine.data;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Skewed numbers for patterns, the same on every machine: how many children parents have. */
final class Skew {

  private Skew() {}

  /**
   * Counts for {@code size} parents, in random order: {@code shares[k]} of their sum have {@code k}
   * children, exactly but for rounding.
   */
  static int[] counts(Draw draw, int size, double... shares) {
    int[] counts = new int[size];
    double total = DoubleStream.of(shares).sum();
    double sum = 0;
    int filled = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += shares[k];
      int end = (int) Math.round(size * sum / total);
      Arrays.fill(counts, filled, end, k);
      filled = end;
    }
    shuffle(counts, draw);
    return counts;
  }

  /** Shares of 1 for no child, and for 1 to {@code most} falling by {@code ratio} at each step. */
  static double[] falling(double none, double ratio, int most) {
    double[] shares = new double[most + 1];
    double sum = (1 - StrictMath.pow(ratio, most)) / (1 - ratio);
    shares[0] = none;
    for (int k = 1; k <= most; k++) {
      shares[k] = (1 - none) * StrictMath.pow(ratio, k - 1) / sum;
    }
    return shares;
  }

  static void shuffle(int[] values, Draw draw) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = draw.below(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
