package dev.plumbline.runners.study.engines;

import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.measure.PairText;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.statistics.Summary;
import dev.plumbline.runners.study.EngineReadiness;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Engines side by side, scenario by scenario, as a person reads them in a terminal; where there is
 * no number, the status stands in its place.
 *
 * @param report what stands in it is all that is printed
 * @param out where it goes
 */
record EnginesTable(EnginesReport report, PrintStream out) {
  /** By how much a part must exceed its whole to be named. */
  private static final double MORE = 1.05;

  void print() {
    MeasurementReport measured = report.measurement();
    report.inputs().forEach(this::input);
    line("%n%-24s %-8s %10s %19s", "scenario, loaded", "engine", "seconds", "range");
    List<ArmFigure> walls = Fastest.walls(measured.analysis());
    walls.stream()
        .map(ArmFigure::scenario)
        .distinct()
        .sorted()
        .forEach(scenario -> scenario(scenario, walls));
    out.println();
    List<String> inverted = parts(walls);
    inverted.forEach(note -> line("note      %s", note));
    if (!inverted.isEmpty()) {
      line("          such times are not of the work alone: give more rows, or more blocks");
    }
    remarks().forEach(note -> line("note      %s", note));
    skipped();
    line(
        "parity    %d results held to the reference: %s",
        report.parity().size(),
        report.parity().values().stream().allMatch(p -> p.path("difference").isNull())
            ? "all equivalent"
            : "NOT all equivalent");
    line(
        "blocks    %d of %d; seconds are medians of the work itself, without set-up and%n"
            + "          canonical tables, behind one run of a work that is thrown away; times%n"
            + "          as long: Hodges-Lehmann estimate over blocks, with 95 %% interval",
        measured.analysis().blocksDone(), measured.analysis().blocksWanted());
    PairText.quickLook(measured.analysis()).ifPresent(hint -> line("          %s", hint));
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

  private void scenario(String scenario, List<ArmFigure> walls) {
    walls.stream().filter(figure -> figure.scenario().equals(scenario)).forEach(this::figure);
    PairText.sentences(Fastest.pairs(report.measurement().analysis(), scenario))
        .forEach(sentence -> line("  %s", sentence));
  }

  private void figure(ArmFigure figure) {
    Summary summary = figure.summary();
    if (summary == null) {
      line(
          "%-24s %-8s %10s",
          figure.scenario(), figure.arm(), figure.status().label() + ": " + figure.reason());
      return;
    }
    line(
        "%-24s %-8s %10.3f %9.3f-%9.3f  %s",
        figure.scenario(),
        figure.arm(),
        summary.median(),
        summary.min(),
        summary.max(),
        PairText.shortness(summary.median()));
  }

  /** A whole that takes less time than its part: then the order or the shortness decides. */
  static List<String> parts(List<ArmFigure> walls) {
    List<String> notes = new ArrayList<>();
    for (ArmFigure whole : walls) {
      for (ArmFigure part : walls) {
        if (EngineWork.isPart(part.scenario(), whole.scenario())
            && part.arm().equals(whole.arm())
            && part.summary() != null
            && whole.summary() != null
            && part.summary().median() > MORE * whole.summary().median()) {
          notes.add(
              String.format(
                  Locale.ROOT,
                  "%s of %s took %.3f s, its part %s %.3f s",
                  whole.scenario(),
                  whole.arm(),
                  whole.summary().median(),
                  part.scenario(),
                  part.summary().median()));
        }
      }
    }
    return notes;
  }

  /** What a reader must know beside the ratios, except how short the works are. */
  private List<String> remarks() {
    return report.measurement().analysis().comparisons().stream()
        .flatMap(comparison -> comparison.remarks().stream())
        .filter(remark -> !remark.startsWith("too short"))
        .distinct()
        .toList();
  }

  private void skipped() {
    for (EngineReadiness engine : report.engines()) {
      if (engine.missing() != null) {
        line("%-26s skipped: %s", engine.name(), engine.missing());
      }
    }
  }
}
