package dev.plumbline.transforms.page;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells bytes that are UTF-8 by RFC 3629 from those that are not. Jackson takes overlong forms,
 * surrogates and code points that do not exist for text.
 */
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long NOT_ASCII = 0x8080808080808080L;

  private Utf8() {}

  /** How many bytes are UTF-8, from the first one on: all of them, if the text is sound. */
  public static int soundBytes(byte[] bytes) {
    return soundBytes(bytes, 0, bytes.length);
  }

  /** How many of so many bytes are UTF-8, from this one on. */
  public static int soundBytes(byte[] bytes, int from, int count) {
    int end = from + count;
    int at = from;
    while (at < end) {
      if (bytes[at] >= 0) {
        at = behindAscii(bytes, at, end);
        continue;
      }
      int length = characterBytes(bytes, at, end);
      if (length == 0) {
        return at - from;
      }
      at += length;
    }
    return count;
  }

  private static int behindAscii(byte[] bytes, int from, int end) {
    int at = from;
    while (at <= end - Long.BYTES && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
      at += Long.BYTES;
    }
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** How many bytes the character takes that begins here, or 0 if none does. Not for ASCII. */
  private static int characterBytes(byte[] bytes, int at, int end) {
    int lead = bytes[at] & 0xff;
    if (lead >= 0xc2 && lead <= 0xdf) {
      return at + 2 <= end && within(bytes, at + 1, 0x80, 0xbf) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
      int lowest = lead == 0xe0 ? 0xa0 : 0x80;
      int highest = lead == 0xed ? 0x9f : 0xbf;
      return at + 3 <= end
              && within(bytes, at + 1, lowest, highest)
              && within(bytes, at + 2, 0x80, 0xbf)
          ? 3
          : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
      int lowest = lead == 0xf0 ? 0x90 : 0x80;
      int highest = lead == 0xf4 ? 0x8f : 0xbf;
      return at + 4 <= end
              && within(bytes, at + 1, lowest, highest)
              && within(bytes, at + 2, 0x80, 0xbf)
              && within(bytes, at + 3, 0x80, 0xbf)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean within(byte[] bytes, int at, int lowest, int highest) {
    return (bytes[at] & 0xff) >= lowest && (bytes[at] & 0xff) <= highest;
  }
}
