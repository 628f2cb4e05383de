package dev.plumbline.parity;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Hashes one cell at a time to 128 bits, in place and without allocation; the result of the last
 * call stands in {@link #high()} and {@link #low()}.
 *
 * <p>Bytes are hashed by MurmurHash3_x64_128 (Austin Appleby, public domain) with a 64-bit key in
 * place of its 32-bit seed; values of fixed width by its finaliser, twice, which is a bijection for
 * each key.
 */
final class CellHasher {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long C1 = 0x87c37b91114253d5L;
  private static final long C2 = 0x4cf5ad432745937fL;

  private long high;
  private long low;

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  void fixed(long value, long key) {
    low = mix(value ^ key);
    high = mix(low + Long.rotateLeft(key, 32) + C1);
  }

  void bytes(byte[] data, int offset, int length, long key) {
    long h1 = key;
    long h2 = key;
    int blocksEnd = offset + (length & ~15);
    for (int at = offset; at < blocksEnd; at += 16) {
      h1 ^= scramble1((long) LONGS.get(data, at));
      h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
      h2 ^= scramble2((long) LONGS.get(data, at + 8));
      h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
    }
    int rest = length & 15;
    if (rest > 8) {
      h2 ^= scramble2(tail(data, blocksEnd + 8, rest - 8));
    }
    if (rest > 0) {
      h1 ^= scramble1(tail(data, blocksEnd, Math.min(rest, 8)));
    }
    finish(h1 ^ length, h2 ^ length);
  }

  private void finish(long first, long second) {
    long h1 = first + second;
    long h2 = second + h1;
    h1 = mix(h1);
    h2 = mix(h2);
    h1 += h2;
    low = h1;
    high = h2 + h1;
  }

  private static long scramble1(long k) {
    return Long.rotateLeft(k * C1, 31) * C2;
  }

  private static long scramble2(long k) {
    return Long.rotateLeft(k * C2, 33) * C1;
  }

  /** Up to 8 bytes, little-endian; read as one long where that many lie behind or before them. */
  private static long tail(byte[] data, int at, int count) {
    if (count == 8) {
      return (long) LONGS.get(data, at);
    }
    if (at + 8 <= data.length) {
      return (long) LONGS.get(data, at) & ((1L << (8 * count)) - 1);
    }
    long value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = (value << 8) | (data[at + i] & 0xff);
    }
    return value;
  }

  /**
   * MurmurHash3's 64-bit finaliser: a bijection in which every input bit moves every output bit.
   */
  static long mix(long value) {
    long k = value;
    k = (k ^ (k >>> 33)) * 0xff51afd7ed558ccdL;
    k = (k ^ (k >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return k ^ (k >>> 33);
  }
}
