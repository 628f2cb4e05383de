package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HexFormat;

/** A key that is not null, as bytes in the keys' order; see {@link KeyForm}. Immutable. */
public final class Key implements Comparable<Key>, Serializable {
  private static final long serialVersionUID = 1;

  private final byte[] bytes;

  private Key(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes. */
  static Key copyOf(byte[] bytes, int offset, int length) {
    return new Key(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** Its first bytes, see {@link KeyOrder#prefix}. */
  long prefix() {
    return KeyOrder.prefix(bytes, 0, bytes.length);
  }

  int compareTo(byte[] other, int offset, int length) {
    return KeyOrder.compare(bytes, 0, bytes.length, other, offset, length);
  }

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
