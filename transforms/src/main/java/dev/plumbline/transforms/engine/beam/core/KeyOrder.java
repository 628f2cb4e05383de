package dev.plumbline.transforms.engine.beam.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The order of keys as bytes: unsigned, a key before every longer one that begins with it. */
final class KeyOrder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private KeyOrder() {}

  /**
   * The first eight bytes of a key, zeros behind its end, as a number whose signed order is the
   * keys' order; keys of equal numbers may still differ.
   */
  static long prefix(byte[] bytes, int offset, int length) {
    if (length >= Long.BYTES) {
      return (long) LONGS.get(bytes, offset) ^ Long.MIN_VALUE;
    }
    long prefix = 0;
    for (int i = 0; i < length; i++) {
      prefix |= (bytes[offset + i] & 0xffL) << (56 - 8 * i);
    }
    return prefix ^ Long.MIN_VALUE;
  }

  static int compare(byte[] left, int leftAt, int leftLength, byte[] right, int at, int length) {
    return Arrays.compareUnsigned(left, leftAt, leftAt + leftLength, right, at, at + length);
  }
}
