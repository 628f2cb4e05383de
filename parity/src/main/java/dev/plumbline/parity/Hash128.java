package dev.plumbline.parity;

import java.io.Serializable;
import java.util.HexFormat;

/**
 * A 128-bit number, unsigned.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Hash128(long high, long low) implements Serializable, Comparable<Hash128> {
  /** 32 lower-case hexadecimal digits. */
  public String hex() {
    HexFormat digits = HexFormat.of();
    return digits.toHexDigits(high) + digits.toHexDigits(low);
  }

  @Override
  public int compareTo(Hash128 other) {
    int upper = Long.compareUnsigned(high, other.high);
    return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return hex();
  }
}
