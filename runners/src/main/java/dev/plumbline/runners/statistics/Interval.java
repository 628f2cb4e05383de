package dev.plumbline.runners.statistics;

/**
 * A closed confidence interval.
 *
 * @param low lower limit, finite
 * @param high upper limit, finite, not below the lower one
 * @param level the nominal level, such as 0.95; the true coverage of an exact method is a little
 *     more
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException(
          "An interval needs finite limits in order, found " + low + " and " + high);
    }
    Sample.checkedLevel(level);
  }

  /** Whether the value lies between the limits or on one. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The interval of exp(x), given that of x. */
  Interval exponential() {
    return new Interval(Math.exp(low), Math.exp(high), level);
  }
}
