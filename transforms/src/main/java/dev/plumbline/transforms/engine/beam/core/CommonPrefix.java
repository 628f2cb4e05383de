package dev.plumbline.transforms.engine.beam.core;

import java.util.Arrays;

/**
 * With what bytes all keys of a partition begin. They need not be compared: keys that are near to
 * each other differ behind them.
 */
final class CommonPrefix {
  private byte[] first = new byte[0];
  private int length = -1;

  /** Takes in a key. */
  void add(byte[] bytes, int offset, int keyLength) {
    if (length < 0) {
      first = Arrays.copyOfRange(bytes, offset, offset + keyLength);
      length = keyLength;
    }
    int shared = Math.min(length, keyLength);
    int differ = Arrays.mismatch(first, 0, shared, bytes, offset, offset + shared);
    length = differ < 0 ? shared : differ;
  }

  /** How many bytes all keys so far begin with. */
  int length() {
    return Math.max(0, length);
  }
}
