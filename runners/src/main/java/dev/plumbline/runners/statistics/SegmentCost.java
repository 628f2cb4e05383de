package dev.plumbline.runners.statistics;

/** The sum of squared deviations from their mean, of any segment of a series, in constant time. */
final class SegmentCost {
  private final double[] sums;
  private final double[] squares;

  /** Sums are of deviations from the median, so that a series far from 0 loses no digits. */
  SegmentCost(double[] series) {
    double center = Sample.median(series);
    sums = new double[series.length + 1];
    squares = new double[series.length + 1];
    for (int i = 0; i < series.length; i++) {
      double value = series[i] - center;
      sums[i + 1] = sums[i] + value;
      squares[i + 1] = squares[i] + value * value;
    }
  }

  /** The cost of the values from {@code start} on, {@code end} excluded. */
  double of(int start, int end) {
    double sum = sums[end] - sums[start];
    return squares[end] - squares[start] - sum * sum / (end - start);
  }
}
