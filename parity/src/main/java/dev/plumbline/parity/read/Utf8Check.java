package dev.plumbline.parity.read;

/**
 * Whether bytes, looked at one after the other, are UTF-8 (RFC 3629): no overlong form, no half of
 * a surrogate pair, nothing beyond U+10FFFF.
 */
final class Utf8Check {
  private int pending;
  private int lowest = 0x80;
  private int highest = 0xBF;

  /** Takes the next byte; returns whether it may stand here. */
  boolean next(byte value) {
    if (value >= 0 && pending == 0) {
      return true;
    }
    int b = value & 0xFF;
    return pending == 0 ? first(b) : following(b);
  }

  /** Whether no character is half read. */
  boolean complete() {
    return pending == 0;
  }

  private boolean first(int b) {
    lowest = 0x80;
    highest = 0xBF;
    if (b >= 0xC2 && b <= 0xDF) {
      pending = 1;
    } else if (b >= 0xE0 && b <= 0xEF) {
      pending = 2;
      lowest = b == 0xE0 ? 0xA0 : 0x80;
      highest = b == 0xED ? 0x9F : 0xBF;
    } else if (b >= 0xF0 && b <= 0xF4) {
      pending = 3;
      lowest = b == 0xF0 ? 0x90 : 0x80;
      highest = b == 0xF4 ? 0x8F : 0xBF;
    }
    return pending > 0;
  }

  private boolean following(int b) {
    boolean fits = b >= lowest && b <= highest;
    pending--;
    lowest = 0x80;
    highest = 0xBF;
    return fits;
  }
}
