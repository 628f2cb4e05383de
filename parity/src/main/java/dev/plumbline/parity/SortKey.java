package dev.plumbline.parity;

import java.util.Arrays;

/**
 * The cell that the sample of a table is sorted by, as it comes: numbers by value (NaN last), text
 * by its UTF-8 bytes, unsigned, nulls last. Decimals are sorted as doubles.
 */
final class SortKey {
  private static final byte[] NO_TEXT = new byte[0];

  private final int column;
  private boolean absent;

  /** Numbers so that unsigned order is theirs; of text, the first 8 bytes, big-endian. */
  private long prefix;

  private byte[] text = NO_TEXT;
  private int offset;
  private int length;

  SortKey(int column) {
    this.column = column;
  }

  int column() {
    return column;
  }

  void setNull() {
    absent = true;
    prefix = -1;
    length = 0;
  }

  void setLong(long value) {
    absent = false;
    prefix = value ^ Long.MIN_VALUE;
    length = 0;
  }

  void setDouble(long bits) {
    absent = false;
    prefix = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
    length = 0;
  }

  void setText(byte[] utf8, int from, int count) {
    absent = false;
    text = utf8;
    offset = from;
    length = count;
    long first = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      first = first << 8 | (i < count ? utf8[from + i] & 0xff : 0);
    }
    prefix = first;
  }

  /** Against a key that was kept; negative if this one comes first. */
  int compareTo(SampledRow other) {
    if (absent != other.nullKey()) {
      return absent ? 1 : -1;
    }
    int first = Long.compareUnsigned(prefix, other.prefix());
    if (first != 0) {
      return first;
    }
    byte[] kept = other.text();
    return Arrays.compareUnsigned(text, offset, offset + length, kept, 0, kept.length);
  }

  SampledRow keep(Hash128 row) {
    byte[] copy = length == 0 ? NO_TEXT : Arrays.copyOfRange(text, offset, offset + length);
    return new SampledRow(absent, prefix, copy, row);
  }
}
