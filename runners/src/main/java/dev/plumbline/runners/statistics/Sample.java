package dev.plumbline.runners.statistics;

/** What every function here asks of its input. */
final class Sample {
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

  /** The level of an interval, strictly between 0 and 1. */
  static double checkedLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A level lies between 0 and 1, found " + level);
    }
    return level;
  }
}
