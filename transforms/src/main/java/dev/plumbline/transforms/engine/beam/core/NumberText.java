package dev.plumbline.transforms.engine.beam.core;

import java.nio.charset.StandardCharsets;

/** Reads numbers from text, if the whole text is one: {@code Score.NUMBER}, by hand. */
final class NumberText {
  /** What a text is that is no number; no text that is one gives it. */
  static final double NONE = Double.NaN;

  /** These, and all integers of so few digits, are exact doubles. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private static final int EXACT_DIGITS = 15;

  private NumberText() {}

  /** The double nearest to the number, infinite if there is none; {@link #NONE} if it is none. */
  static double parse(byte[] text, int offset, int length) {
    int end = offset + length;
    int start = behindSign(text, offset, end);
    int point = behindDigits(text, start, end);
    if (point == start) {
      return NONE;
    }
    int at = point;
    if (at < end && text[at] == '.') {
      at = behindDigits(text, point + 1, end);
      if (at == point + 1) {
        return NONE;
      }
    }
    int decimals = Math.max(0, at - point - 1);
    boolean plain = at == end;
    if (at < end && (text[at] == 'e' || text[at] == 'E')) {
      int exponent = behindSign(text, at + 1, end);
      at = behindDigits(text, exponent, end);
      if (at == exponent) {
        return NONE;
      }
    }
    if (at != end) {
      return NONE;
    }
    if (plain && end - start <= EXACT_DIGITS) {
      // one division of two exact doubles is the nearest there is
      double size = digits(text, start, end) / POWERS[decimals];
      return text[offset] == '-' ? -size : size;
    }
    return Double.parseDouble(new String(text, offset, length, StandardCharsets.US_ASCII));
  }

  private static int behindSign(byte[] text, int at, int end) {
    return at < end && (text[at] == '+' || text[at] == '-') ? at + 1 : at;
  }

  private static int behindDigits(byte[] text, int from, int end) {
    int at = from;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }

  /** All digits as one integer, past the point. */
  private static double digits(byte[] text, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      if (text[i] != '.') {
        value = value * 10 + (text[i] - '0');
      }
    }
    return value;
  }
}
