package dev.plumbline.parity.locate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as its UTF-8 bytes, which need not be valid; in their unsigned order. */
final class Utf8 implements Comparable<Utf8> {
  private final byte[] bytes;

  private Utf8(byte[] bytes) {
    this.bytes = bytes;
  }

  static Utf8 copyOf(byte[] data, int offset, int length) {
    return new Utf8(Arrays.copyOfRange(data, offset, offset + length));
  }

  boolean isEmpty() {
    return bytes.length == 0;
  }

  @Override
  public int compareTo(Utf8 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Utf8 that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
