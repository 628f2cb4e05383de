package dev.plumbline.transforms.engine.beam.core;

/**
 * A sum of int64 in two parts, whose value is {@code high * 2^32 + low}: however large the sum
 * becomes on its way, whatever the order and the pieces, only a final one beyond int64 is an
 * overflow. Exact for two thousand million numbers.
 */
final class ThousandthsSum {
  private static final long LOW = 0xffffffffL;

  private ThousandthsSum() {}

  static long high(long number) {
    return number >> 32;
  }

  static long low(long number) {
    return number & LOW;
  }

  /** Whether the sum is an int64. */
  static boolean fits(long high, long low) {
    long whole = high + (low >> 32);
    return whole == (int) whole;
  }

  /** The sum, which {@link #fits}. */
  static long value(long high, long low) {
    return (high << 32) + low;
  }
}
