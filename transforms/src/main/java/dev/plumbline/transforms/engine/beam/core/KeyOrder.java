package dev.plumbline.transforms.engine.beam.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The order of keys as bytes: unsigned, a key before every longer one that begins with it. */
final class KeyOrder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final long MORE = 8;

  private KeyOrder() {}

  /**
   * The first seven bytes of a key, zeros behind its end, and how many there are or that there are
   * more, as a number whose signed order is the keys' order. Keys of equal numbers are equal if the
   * number is {@link #whole}.
   */
  static long prefix(byte[] bytes, int offset, int length) {
    long prefix;
    if (length >= Long.BYTES) {
      prefix = ((long) LONGS.get(bytes, offset) & ~0xffL) | MORE;
    } else {
      prefix = length;
      for (int i = 0; i < length; i++) {
        prefix |= (bytes[offset + i] & 0xffL) << (56 - 8 * i);
      }
    }
    return prefix ^ Long.MIN_VALUE;
  }

  /** Whether a key's prefix is all of it. */
  static boolean whole(long prefix) {
    return (prefix & 0xff) != MORE;
  }

  static int compare(byte[] left, int leftAt, int leftLength, byte[] right, int at, int length) {
    return Arrays.compareUnsigned(left, leftAt, leftAt + leftLength, right, at, at + length);
  }
}
