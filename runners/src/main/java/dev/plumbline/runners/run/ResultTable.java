package dev.plumbline.runners.run;

import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.ParityRecord;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.pipelines.report.StageTiming;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.machine.LoadedClasses;
import dev.plumbline.runners.parity.ComparisonTable;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run's result as a person reads it in a terminal; where there is no time, the status stands in
 * its place.
 */
final class ResultTable {
  private static final String WALL = "wall     %.3f s, %,.0f rows/s%n";

  /** So few rows a second are shown with a digit behind the point. */
  private static final double FEW = 10;

  private static final String PART = "%-66s %8s%n";

  /** From this share of the wall on it is said that a run is mostly starting up. */
  private static final double MOSTLY = 0.25;

  private static final int MORE = 10;
  private static final String ROW = "%-14s %12s %12s %12s %12s %8s%n";

  private ResultTable() {}

  static void print(RunReport report, PrintStream out) {
    Cell cell = report.cell();
    out.printf(
        "%n%s by %s on %s: %,d rows, %s%n%n",
        cell.scenario(), cell.engine(), cell.runner(), cell.rows(), cell.status().label());
    out.printf(ROW, "stage", "rows", "elapsed s", "busy s", "cpu s", "of wall");
    for (Map.Entry<String, StageTiming> stage : report.stageTimings().entrySet()) {
      row(stage.getKey(), stage.getValue(), cell, out);
    }
    cell.shownTiming().ifPresent(timing -> beside(report, timing, out));
    out.println();
    cell.shownTiming()
        .ifPresentOrElse(
            t ->
                out.printf(
                    Locale.ROOT,
                    t.rowsPerSecond() < FEW ? "wall     %.3f s, %,.1f rows/s%n" : WALL,
                    t.wallSeconds(),
                    t.rowsPerSecond()),
            () -> out.printf("no time  %s: %s%n", cell.status().label(), reason(report)));
    if (report.environment() instanceof EnvironmentManifest environment) {
      archived(environment.jvm().classes(), out);
    }
    cell.shownEvidence()
        .ifPresent(
            e ->
                out.printf(
                    "parity   %s (content_hash %s)%n",
                    e.parity(), Objects.requireNonNullElse(e.input().contentHash(), "not known")));
    report
        .parity()
        .forEach(
            (name, p) ->
                out.printf(
                    "         %s: %s = %s%n",
                    name,
                    p.left().source(),
                    p.equivalent()
                        ? p.right().source()
                        : "DIFFERENT from "
                            + p.right().source()
                            + " in "
                            + p.columns().differing()));
    report
        .handed()
        .forEach(
            pages ->
                out.printf(
                    "         graph: %,d pages of %s %s %s%n",
                    pages.given().pages(),
                    pages.from(),
                    pages.match() ? "=" : "DIFFERENT from %,d of".formatted(pages.taken().pages()),
                    pages.to()));
    report.parity().values().stream()
        .map(ParityRecord::difference)
        .filter(Objects::nonNull)
        .forEach(difference -> ComparisonTable.difference(difference, out));
    report.notValidated().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(Proof.WORKFLOWS)) // held only where both have run
        .forEach(
            entry ->
                out.printf("         %s: not validated (%s)%n", entry.getKey(), entry.getValue()));
  }

  /** The parts of the wall in which no stage was active, so that the column adds up. */
  private static void beside(RunReport report, Cell.Timing timing, PrintStream out) {
    Cell cell = report.cell();
    double startUp = 0;
    double named = 0;
    for (Map.Entry<String, Double> entry : report.ledger().entrySet()) {
      if (entry.getKey().startsWith(Ledger.OF_WALL)) {
        String part = entry.getKey().substring(Ledger.OF_WALL.length()).replace('_', ' ');
        out.printf(PART, part, share(entry.getValue(), cell));
        named += entry.getValue();
        startUp += entry.getKey().equals(WallEdges.AFTER) ? 0 : entry.getValue();
      }
    }
    Double unattributed = timing.unattributedSeconds();
    if (unattributed != null) {
      double between = Math.max(0, unattributed - named); // of sums of doubles
      out.printf(PART, "between stages", share(between, cell));
    }
    if (startUp > MOSTLY * timing.wallSeconds()) {
      out.printf(
          Locale.ROOT,
          "%nat this size much of what is measured is starting up: %.0f %% of the wall;"
              + " try --rows-target %d%n",
          100 * startUp / timing.wallSeconds(),
          MORE * cell.rows());
    }
  }

  /** Starting is part of what a cold run measures: whether its classes came from an archive. */
  private static void archived(LoadedClasses classes, PrintStream out) {
    Long loaded = classes.loaded();
    Long shared = classes.shared();
    if (loaded != null && shared != null && classes.digest() != null) {
      out.printf(
          Locale.ROOT,
          "classes  %.0f %% of %,d from an archive (%s)%n",
          100.0 * shared / loaded,
          loaded,
          classes.archive());
    }
  }

  /** A difference is told once, with the rows that show it; the last line names it, too. */
  private static @Nullable String reason(RunReport report) {
    return report.parity().values().stream().allMatch(ParityRecord::equivalent)
        ? report.cell().reason()
        : "the content differs";
  }

  private static void row(String name, StageTiming timing, Cell cell, PrintStream out) {
    Long rows = timing.stage().rowsFetched();
    out.printf(
        ROW,
        name,
        rows == null ? "" : "%,d".formatted(rows),
        seconds(timing.stage().elapsedSeconds(), cell),
        seconds(timing.busySeconds(), cell),
        seconds(timing.stage().cpuSeconds(), cell),
        timing.attributedSeconds() == null ? "" : share(timing.attributedSeconds(), cell));
  }

  private static String seconds(@Nullable Double value, Cell cell) {
    return value == null ? cell.status().label() : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String share(double seconds, Cell cell) {
    return cell.shownTiming()
        .map(t -> String.format(Locale.ROOT, "%.1f %%", 100 * seconds / t.wallSeconds()))
        .orElse("");
  }
}
