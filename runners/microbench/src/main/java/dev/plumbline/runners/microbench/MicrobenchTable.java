package dev.plumbline.runners.microbench;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The lines of a session, for people. */
final class MicrobenchTable {
  private static final String ROW = "%-20s %12s  %-23s %5s  %s%n";

  private MicrobenchTable() {}

  static void print(List<HistoryLine> lines, PrintStream out) {
    out.printf(Locale.ROOT, ROW, "benchmark", "median", "range", "forks", "unit");
    for (HistoryLine line : lines) {
      Figures figures = line.figures();
      if (figures == null) {
        out.printf(Locale.ROOT, "%-20s %s: %s%n", line.scenario(), line.status(), line.reason());
      } else {
        out.printf(
            Locale.ROOT,
            ROW,
            line.scenario(),
            "%,.1f".formatted(figures.median()),
            "%,.1f - %,.1f".formatted(figures.min(), figures.max()),
            figures.n(),
            line.unit());
      }
    }
  }
}
