package dev.plumbline.runners.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * The statistics of a list of values that the original suite reports, by its formulas. All are in
 * the values' unit but {@code n} and {@code cvPct}. They describe; they are no ground for a claim.
 *
 * @param n number of values
 * @param mean arithmetic mean
 * @param stddev sample standard deviation (divided by n - 1); 0 for one value
 * @param min least value
 * @param max greatest value
 * @param median the middle value, or the mean of the two in the middle
 * @param p90 90th percentile by nearest rank: the value at rank ceil(0.9 n)
 * @param p95 95th percentile by nearest rank
 * @param trimmedMeanDropHigh10pct mean without the greatest floor(n / 10) values
 * @param medianOfMeans median of the means of up to three groups of ceil(n / 3) neighbours in order
 *     of size; the last group may be smaller
 * @param cvPct standard deviation in percent of the mean; 0 where the mean is 0, as in the original
 *     suite. For quantities that cannot be negative, a mean of 0 says that all are 0. For others
 *     this figure has no meaning near 0
 */
public record Summary(
    int n,
    double mean,
    double stddev,
    double min,
    double max,
    double median,
    double p90,
    double p95,
    @JsonProperty("trimmed_mean_drop_high_10pct") double trimmedMeanDropHigh10pct,
    double medianOfMeans,
    double cvPct) {

  /**
   * Nearest rank is the inverse of the empirical distribution function: Hyndman and Fan's type 1.
   */
  private static final Quantile NEAREST_RANK =
      Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF1);

  /**
   * Summarises values in any order.
   *
   * @throws IllegalArgumentException if there is none, or one is NaN or infinite
   */
  public static Summary of(double[] values) {
    double[] sorted = Sample.checked(values, "summary");
    Arrays.sort(sorted);
    int n = sorted.length;
    double mean = Mean.of(sorted).getAsDouble();
    double stddev = StandardDeviation.of(sorted).getAsDouble();
    return new Summary(
        n,
        mean,
        stddev,
        sorted[0],
        sorted[n - 1],
        Sample.median(sorted),
        NEAREST_RANK.evaluate(sorted, 0.90),
        NEAREST_RANK.evaluate(sorted, 0.95),
        Mean.of(Arrays.copyOf(sorted, n - n / 10)).getAsDouble(),
        medianOfMeans(sorted),
        mean == 0 ? 0 : 100 * stddev / mean);
  }

  private static double medianOfMeans(double[] sorted) {
    int size = (sorted.length + 2) / 3;
    double[] means = new double[(sorted.length + size - 1) / size];
    for (int group = 0; group < means.length; group++) {
      int end = Math.min(sorted.length, (group + 1) * size);
      means[group] = Mean.of(Arrays.copyOfRange(sorted, group * size, end)).getAsDouble();
    }
    return Sample.median(means);
  }
}
