package dev.plumbline.runners.study.engines;

import static dev.plumbline.runners.report.Numbers.count;
import static dev.plumbline.runners.report.Numbers.format;
import static dev.plumbline.runners.report.Numbers.thousandths;

import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.measure.PairText;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.report.Numbers;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import dev.plumbline.runners.statistics.Summary;
import dev.plumbline.runners.study.StudyNotes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Engines side by side, scenario by scenario, for people; where there is no number, the status
 * stands in its place.
 *
 * @param report what stands in it is all that is shown
 */
record EnginesPage(EnginesReport report) {
  /** By how much a part must exceed its whole to be named. */
  private static final double MORE = 1.05;

  /** The page. */
  Page page() {
    List<ArmFigure> walls = Fastest.walls(report.measurement().analysis());
    return Page.of(new Paragraph(inputs()), seconds(walls), Table.facts(notes(walls)));
  }

  private List<String> inputs() {
    List<String> lines = new ArrayList<>();
    report
        .inputs()
        .forEach(
            (kind, input) -> {
              lines.add(kind + ": " + text(input));
              input.provenance().remark().ifPresent(remark -> lines.add(kind + ": " + remark));
            });
    return lines;
  }

  private static String text(EnginesReport.Input input) {
    return format(
        "%,d rows, %,d bytes of Parquet, content %s; canonical tables of %s rows in %.2f s",
        input.rows(),
        input.sizeBytes(),
        input.contentHash(),
        input.canonicalRows().values().stream()
            .map(Numbers::count)
            .collect(Collectors.joining(" + ")),
        input.canonicalSeconds());
  }

  private Table seconds(List<ArmFigure> walls) {
    List<Row> rows = new ArrayList<>();
    for (String scenario : walls.stream().map(ArmFigure::scenario).distinct().sorted().toList()) {
      walls.stream()
          .filter(figure -> figure.scenario().equals(scenario))
          .forEach(figure -> rows.add(row(figure)));
      rows.addAll(
          Row.sentences(
              PairText.sentences(Fastest.pairs(report.measurement().analysis(), scenario))));
    }
    return new Table(
        List.of(
            Column.text("scenario, loaded"),
            Column.text("engine"),
            Column.number("seconds"),
            Column.number("range"),
            Column.text("")),
        rows);
  }

  private static Row row(ArmFigure figure) {
    Summary summary = figure.summary();
    return summary == null
        ? Row.of(figure.scenario(), figure.arm(), figure.label())
        : Row.of(
            figure.scenario(),
            figure.arm(),
            thousandths(summary.median()),
            Numbers.range(summary.min(), summary.max()),
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
              format(
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

  private List<Row> notes(List<ArmFigure> walls) {
    List<Row> notes = new ArrayList<>();
    List<String> inverted = parts(walls);
    inverted.forEach(note -> notes.add(Row.of("note", note)));
    if (!inverted.isEmpty()) {
      notes.add(Row.of("", "such times are not of the work alone: give more rows, or more blocks"));
    }
    report.measurement().analysis().comparisons().stream()
        .flatMap(comparison -> comparison.remarks().stream())
        .filter(remark -> !remark.startsWith("too short")) // stands in the row
        .distinct()
        .forEach(remark -> notes.add(Row.of("note", remark)));
    notes.addAll(StudyNotes.skipped(report.engines()));
    notes.add(
        Row.of(
            "parity",
            "%s results held to the reference: %s"
                .formatted(
                    count(report.parity().size()),
                    report.parity().values().stream().allMatch(p -> p.path("difference").isNull())
                        ? "all equivalent"
                        : "NOT all equivalent")));
    notes.addAll(
        StudyNotes.blocks(
            report.measurement().analysis(),
            "of the work itself, without set-up and canonical tables"));
    return notes;
  }
}
