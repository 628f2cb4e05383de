package dev.plumbline.runners.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * How often something happens in runs with random data. What is found must stand in the table of
 * docs/STATISTICS.md, under the same name.
 */
record Simulation(String name, int runs, long seed) {
  /** A last digit may differ where logarithms do. */
  private static final double TOLERANCE_PCT = 0.2;

  /** The share of runs in which it happens. */
  double rate(Predicate<Random> happens) {
    Random random = new Random(seed);
    int count = 0;
    for (int run = 0; run < runs; run++) {
      count += happens.test(random) ? 1 : 0;
    }
    double rate = (double) count / runs;
    checkPage(100 * rate);
    return rate;
  }

  private void checkPage(double foundPct) {
    String key = String.format(Locale.ROOT, "| %s | %,d | %d | ", name, runs, seed);
    String found = String.format(Locale.ROOT, "%.1f %%", foundPct);
    String row =
        page()
            .lines()
            .filter(line -> line.startsWith(key))
            .findFirst()
            .orElseGet(() -> fail("docs/STATISTICS.md lacks the row " + key + found + " |"));
    String documented = row.substring(key.length(), row.indexOf(" %", key.length()));
    assertEquals(Double.parseDouble(documented), foundPct, TOLERANCE_PCT, "now: " + key + found);
  }

  private static String page() {
    try {
      return Files.readString(
          Path.of(System.getProperty("plumbline.root"), "docs", "STATISTICS.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
