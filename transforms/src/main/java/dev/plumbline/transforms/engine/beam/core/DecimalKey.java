package dev.plumbline.transforms.engine.beam.core;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A decimal as bytes in the order of values, 1.10 the same as 1.1: a sign (0, 1 or 2), then the
 * exponent that makes the number 0.ddd times a power of ten, then the digits without zeros at their
 * end. Of a negative number all behind the sign is inverted, and ends with the greatest byte.
 */
final class DecimalKey {
  private static final int EXPONENT_BYTES = Integer.BYTES;

  private DecimalKey() {}

  static byte[] of(BigDecimal value) {
    if (value.signum() == 0) {
      return new byte[] {1};
    }
    BigDecimal shortest = value.stripTrailingZeros();
    byte[] digits = shortest.unscaledValue().abs().toString().getBytes(StandardCharsets.US_ASCII);
    int exponent = digits.length - shortest.scale();
    boolean negative = value.signum() < 0;
    ByteBuffer bytes = ByteBuffer.allocate(1 + EXPONENT_BYTES + digits.length + (negative ? 1 : 0));
    bytes.put((byte) (negative ? 0 : 2)).putInt(exponent ^ Integer.MIN_VALUE).put(digits);
    if (negative) {
      for (int i = 1; i < bytes.capacity(); i++) {
        bytes.put(i, (byte) ~bytes.get(i)); // of the last, which is 0, this makes the greatest
      }
    }
    return bytes.array();
  }

  static BigDecimal read(byte[] bytes, int offset, int length) {
    int sign = bytes[offset];
    if (sign == 1) {
      return BigDecimal.ZERO;
    }
    boolean negative = sign == 0;
    byte[] rest = new byte[length - 1 - (negative ? 1 : 0)];
    for (int i = 0; i < rest.length; i++) {
      byte b = bytes[offset + 1 + i];
      rest[i] = negative ? (byte) ~b : b;
    }
    int exponent = ByteBuffer.wrap(rest).getInt() ^ Integer.MIN_VALUE;
    int digits = rest.length - EXPONENT_BYTES;
    String text = new String(rest, EXPONENT_BYTES, digits, StandardCharsets.US_ASCII);
    BigInteger unscaled = new BigInteger(text);
    return new BigDecimal(negative ? unscaled.negate() : unscaled, digits - exponent);
  }
}
