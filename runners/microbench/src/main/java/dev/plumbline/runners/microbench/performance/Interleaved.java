package dev.plumbline.runners.microbench.performance;

import java.util.concurrent.Callable;

/** Two sides measured in one JVM: warmed up together, then one-two-two-one. */
final class Interleaved {
  private static final int WARM_UPS = 3;

  private Interleaved() {}

  /** The mean of each side's last two runs, in the unit that the sides return. */
  static double[] means(Callable<Long> one, Callable<Long> two) throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      one.call();
      two.call();
    }
    double[] sums = new double[2];
    sums[0] += one.call();
    sums[1] += two.call();
    sums[1] += two.call();
    sums[0] += one.call();
    return new double[] {sums[0] / 2, sums[1] / 2};
  }
}
