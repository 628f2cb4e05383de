package dev.plumbline.parity.locate;

/** How many representable doubles lie between two. */
final class Ulp {
  private Ulp() {}

  /**
   * 1 for neighbours; {@link Long#MAX_VALUE} where there is no telling, as for NaN, and for numbers
   * further apart than a long can say.
   */
  static long distance(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Long.MAX_VALUE;
    }
    long distance = ordinal(left) - ordinal(right);
    boolean overflow = ((ordinal(left) ^ ordinal(right)) & (ordinal(left) ^ distance)) < 0;
    return overflow || distance == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(distance);
  }

  private static long ordinal(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }
}
