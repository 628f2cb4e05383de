package dev.plumbline.transforms.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Cuts and joins arrays of bytes. */
public final class Bytes {
  private Bytes() {}

  /** The bytes with those of a range replaced. */
  public static byte[] replace(byte[] bytes, int from, int to, byte[] by) {
    byte[] out = new byte[bytes.length - (to - from) + by.length];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }

  /** The bytes with every place of one ASCII text replaced by another. */
  public static byte[] replace(byte[] bytes, String text, String by) {
    return latin(bytes).replace(text, by).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The bytes with two ranges, the first before the second, in each other's place. */
  static byte[] swap(byte[] bytes, int[] one, int[] two) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    out.write(bytes, 0, one[0]);
    out.write(bytes, two[0], two[1] - two[0]);
    out.write(bytes, one[1], two[0] - one[1]);
    out.write(bytes, one[0], one[1] - one[0]);
    out.write(bytes, two[1], bytes.length - two[1]);
    return out.toByteArray();
  }

  /** One character for each byte. */
  public static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
