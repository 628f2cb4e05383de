package dev.plumbline.runners.engines;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.Claim;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.measure.analysis.RatioFigures;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.Summary;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Engines side by side, scenario by scenario, as a person reads them in a terminal; where there is
 * no number, the status stands in its place.
 *
 * @param report what stands in it is all that is printed
 * @param out where it goes
 */
record EnginesTable(EnginesReport report, PrintStream out) {

  void print() {
    MeasurementReport measured = report.measurement();
    report.inputs().forEach(this::input);
    line(
        "%n%-26s %-8s %11s %21s %8s %17s",
        "scenario", "engine", "seconds", "range", "ratio", "95 %");
    measured.analysis().arms().stream()
        .filter(f -> f.metric().equals(Metric.WALL.name()) && f.mode() == Mode.COLD)
        .sorted((a, b) -> a.scenario().compareTo(b.scenario()))
        .forEach(this::figure);
    out.println();
    report.fastest().forEach(this::fastest);
    skipped();
    line(
        "parity    %d results held to the reference: %s",
        report.parity().size(),
        report.parity().values().stream().allMatch(p -> p.path("difference").isNull())
            ? "all equivalent"
            : "NOT all equivalent");
    line(
        "blocks    %d of %d; seconds are medians of the work itself, set-up and canonical tables"
            + " apart",
        measured.analysis().blocksDone(), measured.analysis().blocksWanted());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }

  private void input(String kind, EnginesReport.Input input) {
    line(
        "%n%s: %,d rows, %,d bytes of Parquet, content %s; canonical tables of %s rows in %.2f s",
        kind,
        input.rows(),
        input.sizeBytes(),
        input.contentHash(),
        String.join(" + ", input.canonicalRows().values().stream().map("%,d"::formatted).toList()),
        input.canonicalSeconds());
    input.provenance().remark().ifPresent(remark -> line("%s: %s", kind, remark));
  }

  private void figure(ArmFigure figure) {
    Summary summary = figure.summary();
    if (summary == null) {
      line(
          "%-26s %-8s %11s",
          figure.scenario(), figure.arm(), figure.status().label() + ": " + figure.reason());
      return;
    }
    line(
        "%-26s %-8s %11.3f %10.3f-%10.3f %s",
        figure.scenario(),
        figure.arm(),
        summary.median(),
        summary.min(),
        summary.max(),
        comparison(figure).map(EnginesTable::ratio).orElse("    1"));
  }

  private Optional<ComparisonFigure> comparison(ArmFigure figure) {
    return report.measurement().analysis().comparisons().stream()
        .filter(
            c ->
                c.candidate().equals(figure.arm())
                    && c.scenario().equals(figure.scenario())
                    && c.mode() == figure.mode()
                    && c.metric().equals(figure.metric()))
        .findFirst();
  }

  private static String ratio(ComparisonFigure comparison) {
    RatioFigures ratio = comparison.ratio();
    if (ratio == null || comparison.status() != CellStatus.VALID) {
      return comparison.status().label();
    }
    Interval interval = ratio.interval95();
    return String.format(
        Locale.ROOT,
        "%8.3f %17s%s",
        ratio.estimate(),
        interval == null
            ? "-"
            : String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high()),
        comparison.claim() == Claim.NONE ? "  no claim: fewer than 6 blocks" : "");
  }

  private void fastest(String scenario, @Nullable Fastest fastest) {
    if (fastest == null) {
      return;
    }
    List<String> others =
        fastest.speedUp().entrySet().stream()
            .map(
                other ->
                    String.format(
                        Locale.ROOT,
                        "%.2fx %s (%+.0f %%)",
                        other.getValue(),
                        other.getKey(),
                        Objects.requireNonNull(fastest.percent().get(other.getKey()))))
            .toList();
    line(
        "%-26s %s is fastest%s",
        scenario,
        fastest.fasterEngine(),
        others.isEmpty() ? "" : "; others take " + String.join(", ", others));
  }

  private void skipped() {
    for (EngineReadiness engine : report.engines()) {
      if (engine.missing() != null) {
        line("%-26s skipped: %s", engine.name(), engine.missing());
      }
    }
  }
}
