package dev.plumbline.runners.microbench.performance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.HarnessFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.RatioFigures;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.PairedRatio;
import dev.plumbline.runners.statistics.Summary;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables of docs/PERFORMANCE.md, as text; where there is no number, its status. */
final class PerformanceText {
  private PerformanceText() {}

  /** What was measured, on what, and when. */
  static String circumstances(Header header) {
    JsonNode machine = header.environment().path("machine");
    return String.format(
        Locale.ROOT,
        "Measured %s at commit %s: %s, %d cores, %.0f GiB, kernel %s, JVM %s; seed %d.%n",
        header.createdAt().substring(0, 10),
        header.environment().path("commit").asText("unknown"),
        machine.path("cpu_model").asText(),
        machine.path("logical_cores").asInt(),
        machine.path("memory_bytes").asDouble() / (1L << 30),
        machine.path("kernel").asText(),
        header.environment().path("jvm").path("version").asText(),
        header.seed());
  }

  /** The arms' wall times, and each against the first. */
  static String walls(MeasurementReport report) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| arm | rows | wall, median s | range s | cv | wall / base [95 %] | blocks | MDE |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    for (ArmFigure figure : report.analysis().arms()) {
      if (figure.metric().equals(Metric.WALL.name())) {
        Summary s = figure.summary();
        text.append(
            s == null
                ? line("| %s | %,d | %s |", figure.arm(), figure.rows(), figure.status().label())
                : line(
                    "| %s | %,d | %.2f | %.2f - %.2f | %.1f %% | %s |",
                    figure.arm(),
                    figure.rows(),
                    s.median(),
                    s.min(),
                    s.max(),
                    s.cvPct(),
                    ratio(report, c -> wall(c, figure))));
      }
    }
    return text.toString();
  }

  private static boolean wall(ComparisonFigure c, ArmFigure figure) {
    return c.metric().equals(Metric.WALL.name())
        && c.candidate().equals(figure.arm())
        && c.rows() == figure.rows()
        && c.mode() == figure.mode();
  }

  private static String ratio(MeasurementReport report, Predicate<ComparisonFigure> wanted) {
    return report.analysis().comparisons().stream()
        .filter(wanted)
        .findFirst()
        .map(c -> c.ratio() == null ? c.status().label() : cells(c.ratio()))
        .orElse("1 | " + report.analysis().blocksDone() + " |");
  }

  private static String cells(RatioFigures ratio) {
    return cells(
        ratio.estimate(), ratio.interval95(), ratio.pairs(), ratio.minimumDetectableEffect());
  }

  private static String cells(
      double estimate, @Nullable Interval interval, int pairs, @Nullable Double mde) {
    String limits =
        interval == null
            ? ""
            : String.format(Locale.ROOT, " [%.3f, %.3f]", interval.low(), interval.high());
    String effect = mde == null ? "-" : String.format(Locale.ROOT, "%.1f %%", mde * 100);
    return String.format(Locale.ROOT, "%.3f%s | %d | %s", estimate, limits, pairs, effect);
  }

  /** Where a candidate's time differs, stage by stage. */
  static String stages(MeasurementReport report) {
    StringBuilder text = new StringBuilder();
    text.append("| arm | metric | ratio to base [95 %] | blocks | MDE |\n|---|---|---|---|---|\n");
    for (ComparisonFigure c : report.analysis().comparisons()) {
      if (!c.metric().equals(Metric.WALL.name()) && c.ratio() != null) {
        text.append(
            line(
                "| %s | %s | %s |",
                c.candidate(), c.metric(), cells(Objects.requireNonNull(c.ratio()))));
      }
    }
    return text.toString();
  }

  /** What measuring has cost. */
  static String harness(MeasurementReport report) {
    StringBuilder text = new StringBuilder();
    text.append("| arm | harness, median s a fork | range s | of a fork's whole, median s |\n");
    text.append("|---|---|---|---|\n");
    for (HarnessFigure figure : report.analysis().harness()) {
      text.append(
          line(
              "| %s | %.2f | %.2f - %.2f | %.2f |",
              figure.arm(),
              figure.harness().median(),
              figure.harness().min(),
              figure.harness().max(),
              figure.cycle().median()));
    }
    return text.toString();
  }

  /** The cores beside their yardsticks. */
  static String cores(CoreFigures cores) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| core / yardstick | core, median ns/row | yardstick | ratio [95 %] | forks | MDE |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (CoreFigures.Pair pair : cores.pairs()) {
      PairedRatio ratio = pair.ratio();
      text.append(
          line(
              "| %s | %.0f | %.0f | %s |",
              pair.name(),
              pair.nanos(),
              pair.yardstickNanos(),
              cells(
                  ratio.estimate(), ratio.interval95(), ratio.pairs(), ratio.detectableEffect())));
    }
    return text.toString();
  }

  /** What a stage adds to an engine's work. */
  static String engines(EngineFigures engines) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| engine | runner | work / bare | stage, median ms | bare, median ms | stage / bare [95 %] | forks | MDE |\n");
    text.append("|---|---|---|---|---|---|---|---|\n");
    for (EngineFigures.Pair pair : engines.pairs()) {
      PairedRatio ratio = pair.ratio();
      text.append(
          line(
              "| %s | %s | %s | %,.0f | %,.0f | %s |",
              pair.place().engine(),
              pair.place().runner(),
              pair.work(),
              pair.stage(),
              pair.bare(),
              cells(
                  ratio.estimate(), ratio.interval95(), ratio.pairs(), ratio.detectableEffect())));
    }
    text.append(
        line(
            "\nThe canonical tables (%,d rows) were made in %.2f s, once; in no engine's time.",
            engines.canonicalRows(), engines.canonicalSeconds()));
    text.append("\n| engine | runner | start, median ms (range) |\n|---|---|---|\n");
    for (EngineFigures.Start start : engines.starts()) {
      text.append(
          line(
              "| %s | %s | %s |",
              start.place().engine(), start.place().runner(), spread(start.millis())));
    }
    return text.toString();
  }

  /** What serving costs the local mine. */
  static String mine(MineFigures mine) {
    StringBuilder text = new StringBuilder();
    text.append(
        "| format | clients | first pass, median CPU ns/row (range) | repeated | rows/s seen, first | repeated | forks |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    for (MineFigures.Served served : mine.formats()) {
      Summary[] columns = new Summary[4];
      for (int i = 0; i < columns.length; i++) {
        columns[i] = Summary.of(BenchFork.column(served.forks(), i));
      }
      text.append(
          line(
              "| %s | %d | %s | %s | %,.0f | %,.0f | %d |",
              served.format(),
              served.clients(),
              spread(columns[0]),
              spread(columns[1]),
              columns[2].median(),
              columns[3].median(),
              served.forks().size()));
    }
    return text.toString();
  }

  private static String spread(Summary s) {
    return String.format(Locale.ROOT, "%,.0f (%,.0f - %,.0f)", s.median(), s.min(), s.max());
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values) + "\n";
  }
}
