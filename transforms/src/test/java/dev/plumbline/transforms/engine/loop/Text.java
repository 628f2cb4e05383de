package dev.plumbline.transforms.engine.loop;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A text as its bytes of UTF-8, in whose order it is. */
final class Text implements Comparable<Text> {
  private final byte[] utf8;

  Text(byte[] utf8) {
    this.utf8 = utf8;
  }

  byte[] utf8() {
    return utf8;
  }

  @Override
  public int compareTo(Text other) {
    return Arrays.compareUnsigned(utf8, other.utf8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text text && Arrays.equals(utf8, text.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  @Override
  public String toString() {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
