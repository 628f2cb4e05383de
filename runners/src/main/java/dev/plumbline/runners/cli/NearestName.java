package dev.plumbline.runners.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
final class NearestName {
  /** What other programs call it. */
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "rows", "--rows-target",
          "target", "--benchmark-target",
          "threads", "--parallelism",
          "maxretries", "--tries",
          "retries", "--tries",
          "iterations", "--repetitions",
          "output", "--json-out");

  private NearestName() {}

  /** The candidate with the fewest wrong letters, if they are few for its length. */
  static Optional<String> to(String name, Collection<String> candidates) {
    String wanted = plain(name);
    String called = SYNONYMS.get(wanted);
    if (called != null && candidates.contains(called)) {
      return Optional.of(called);
    }
    return candidates.stream()
        .filter(candidate -> distance(wanted, plain(candidate)) <= tolerated(plain(candidate)))
        .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))));
  }

  /** Case and the signs between words are never what was meant. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
  }

  private static int tolerated(String name) {
    return name.length() <= 4 ? 1 : name.length() <= 8 ? 2 : 3;
  }

  /** Letters to insert, delete, replace or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = cost[i - 1][j - 1] + (same ? 0 : 1);
        best = Math.min(best, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
