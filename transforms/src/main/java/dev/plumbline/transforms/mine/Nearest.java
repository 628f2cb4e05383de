package dev.plumbline.transforms.mine;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that a mistyped one most likely meant. */
final class Nearest {
  private Nearest() {}

  static String to(String given, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(k -> distance(given, k))
                .thenComparing(Comparator.naturalOrder()))
        .map(k -> "'" + k + "'")
        .orElse("none");
  }

  /** Levenshtein distance, ignoring case. */
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean same =
            Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
        int substituted = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
