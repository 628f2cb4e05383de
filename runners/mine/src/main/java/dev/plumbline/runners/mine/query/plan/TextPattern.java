package dev.plumbline.runners.mine.query.plan;

import java.util.List;

/**
 * Texts that ignore case, with gaps that any text may fill.
 *
 * @param parts what stands before, between and after the gaps; no gap if there is one part
 */
record TextPattern(List<String> parts) {

  TextPattern {
    parts = List.copyOf(parts);
  }

  /** A pattern in which {@code *} stands for any text. */
  static TextPattern withStars(String pattern) {
    return new TextPattern(List.of(pattern.split("\\*", -1)));
  }

  /** All texts that contain one. */
  static TextPattern around(String part) {
    return new TextPattern(List.of("", part, ""));
  }

  boolean matches(String text) {
    String first = parts.get(0);
    if (parts.size() == 1) {
      return first.equalsIgnoreCase(text);
    }
    String last = parts.get(parts.size() - 1);
    int end = text.length() - last.length();
    return isAt(first, text, 0)
        && end >= first.length()
        && isAt(last, text, end)
        && middleFits(text, first.length(), end);
  }

  /** The leftmost place for each part leaves most room for the others. */
  private boolean middleFits(String text, int from, int end) {
    int at = from;
    for (String part : parts.subList(1, parts.size() - 1)) {
      while (at + part.length() <= end && !isAt(part, text, at)) {
        at++;
      }
      at += part.length();
    }
    return at <= end;
  }

  private static boolean isAt(String part, String text, int at) {
    return text.regionMatches(true, at, part, 0, part.length());
  }
}
