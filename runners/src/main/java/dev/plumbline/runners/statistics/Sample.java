package dev.plumbline.runners.statistics;

import org.apache.commons.statistics.descriptive.Median;

/** What the functions here have in common: what they take, and the median. */
final class Sample {
  /** Without the copy it would reorder what it is given. */
  private static final Median MEDIAN = Median.withDefaults().withCopy(true);

  private Sample() {}

  /**
   * A copy of the values.
   *
   * @throws IllegalArgumentException if there is none, or one is NaN or infinite
   */
  static double[] checked(double[] values, String what) {
    if (values.length == 0) {
      throw new IllegalArgumentException(what + ": at least one value is needed, found none");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "%s: expected finite values, found %s at index %d".formatted(what, values[i], i));
      }
    }
    return values.clone();
  }

  /** The middle value, or the mean of the two in the middle; the values stay as they are. */
  static double median(double[] values) {
    return MEDIAN.evaluate(values);
  }

  /** The level of an interval, strictly between 0 and 1. */
  static double checkedLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, found " + level);
    }
    return level;
  }
}
