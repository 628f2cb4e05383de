package dev.plumbline.runners.statistics;

import org.apache.commons.statistics.descriptive.Quantile;

/** Outliers are counted and shown, never removed. */
public final class Outliers {
  /**
   * Linear interpolation of order statistics, as in R by default (Hyndman and Fan 1996, type 7).
   */
  private static final Quantile QUARTILES =
      Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

  private Outliers() {}

  /**
   * How many values lie outside Tukey's fences (Exploratory Data Analysis, 1977): more than 1.5
   * interquartile ranges below the first quartile or above the third. Quartiles are of Hyndman and
   * Fan's type 7.
   *
   * @throws IllegalArgumentException if there is no value, or one is NaN or infinite
   */
  public static int tukey(double[] values) {
    double[] checked = Sample.checked(values, "outliers");
    double[] quartiles = QUARTILES.evaluate(checked, 0.25, 0.75);
    double reach = 1.5 * (quartiles[1] - quartiles[0]);
    int count = 0;
    for (double value : checked) {
      count += value < quartiles[0] - reach || value > quartiles[1] + reach ? 1 : 0;
    }
    return count;
  }
}
