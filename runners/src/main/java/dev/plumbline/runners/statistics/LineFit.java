package dev.plumbline.runners.statistics;

/**
 * The line through times at several sizes, {@code fixed + perUnit x size}, by weighted least
 * squares. Noise grows with the time that it is in, so each residual counts as a fraction of a
 * scale that its size has. Scales must not depend on the times that are fitted: those that fell out
 * small would weigh more.
 *
 * @param fixed what a size of 0 would take, in the unit of the times
 * @param perUnit what each unit of size adds
 */
public record LineFit(double fixed, double perUnit) {
  private static final int FEWEST = 3;

  /**
   * The line.
   *
   * @param sizes different ones, three or more: through two goes any line
   * @param times one for each, positive
   * @param scales what each time is about, positive, such as the median of many at its size
   * @throws IllegalArgumentException if there are fewer, or not as many times and scales
   */
  public static LineFit of(double[] sizes, double[] times, double[] scales) {
    if (sizes.length < FEWEST || sizes.length != times.length || sizes.length != scales.length) {
      throw new IllegalArgumentException(
          "A line needs at least %d sizes with a time and a scale each, found %d, %d and %d"
              .formatted(FEWEST, sizes.length, times.length, scales.length));
    }
    double weights = 0;
    double meanSize = 0;
    double meanTime = 0;
    for (int i = 0; i < sizes.length; i++) {
      double weight = 1 / (scales[i] * scales[i]);
      weights += weight;
      meanSize += weight * sizes[i];
      meanTime += weight * times[i];
    }
    meanSize /= weights;
    meanTime /= weights;
    double both = 0;
    double squares = 0;
    for (int i = 0; i < sizes.length; i++) {
      double weight = 1 / (scales[i] * scales[i]);
      both += weight * (sizes[i] - meanSize) * (times[i] - meanTime);
      squares += weight * (sizes[i] - meanSize) * (sizes[i] - meanSize);
    }
    double slope = both / squares;
    return new LineFit(meanTime - slope * meanSize, slope);
  }

  /** What it says of a size. */
  public double at(double size) {
    return fixed + perUnit * size;
  }
}
