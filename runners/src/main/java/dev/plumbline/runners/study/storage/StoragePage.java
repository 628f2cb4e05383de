package dev.plumbline.runners.study.storage;

import static dev.plumbline.runners.report.Numbers.count;
import static dev.plumbline.runners.report.Numbers.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.PairText;
import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.report.Numbers;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import dev.plumbline.runners.statistics.Summary;
import dev.plumbline.runners.study.StudyNotes;
import dev.plumbline.runners.study.export.Provenance;
import dev.plumbline.transforms.table.FileForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV and Parquet side by side, for people; where there is no number, the status stands in its
 * place.
 *
 * @param report what stands in it is all that is shown
 */
record StoragePage(StorageReport report) {

  /** The page. */
  Page page() {
    return Page.of(sizes(), seconds(), Table.facts(notes()));
  }

  private Analysis analysis() {
    return report.measurement().analysis();
  }

  private Table sizes() {
    List<Row> rows = new ArrayList<>();
    report
        .sizes()
        .forEach(
            (scenario, of) -> {
              rows.add(
                  Row.of(
                      scenario,
                      count(of.rows()),
                      count(of.csvBytes()),
                      count(of.parquetBytes()),
                      format("%.1f%%", of.reductionPct())));
              of.remarks().forEach(remark -> rows.add(Row.of("", remark)));
            });
    report.exports().forEach((name, export) -> provenance(name, export, rows));
    return new Table(
        List.of(
            Column.text("scenario"),
            Column.number("rows"),
            Column.number("csv bytes"),
            Column.number("parquet bytes"),
            Column.number("smaller")),
        rows);
  }

  private static void provenance(String name, JsonNode export, List<Row> rows) {
    Json.mapper()
        .convertValue(export.path("provenance"), Provenance.class)
        .remark()
        .ifPresent(remark -> rows.add(Row.of(name, remark)));
  }

  private Table seconds() {
    List<ArmFigure> walls =
        analysis().arms().stream()
            .filter(f -> f.metric().equals(Metric.WALL.name()) && f.mode() == Mode.LOADED)
            .toList();
    List<Row> rows = new ArrayList<>();
    for (String scenario : walls.stream().map(ArmFigure::scenario).distinct().sorted().toList()) {
      rows.add(row(scenario, walls.stream().filter(f -> f.scenario().equals(scenario)).toList()));
      rows.addAll(Row.sentences(PairText.sentences(pairs(scenario))));
    }
    return new Table(
        List.of(
            Column.text("work, loaded"),
            Column.number("csv s"),
            Column.number("parquet s"),
            Column.text("")),
        rows);
  }

  private static Row row(String scenario, List<ArmFigure> arms) {
    List<String> cells = new ArrayList<>(List.of(scenario));
    boolean tooShort = false;
    for (FileForm form : FileForm.values()) {
      Optional<ArmFigure> of =
          arms.stream().filter(arm -> arm.arm().equals(form.label())).findFirst();
      Optional<Double> median = of.map(ArmFigure::summary).map(Summary::median);
      cells.add(
          median
              .map(Numbers::thousandths)
              .orElseGet(() -> of.map(arm -> arm.status().label()).orElse(Numbers.NONE)));
      tooShort |= median.filter(seconds -> !PairText.shortness(seconds).isEmpty()).isPresent();
    }
    cells.add(tooShort ? "too short" : "");
    return new Row(cells);
  }

  private List<Row> notes() {
    List<Row> notes = new ArrayList<>(StudyNotes.skipped(report.engines()));
    boolean equivalent = report.parity().values().stream().allMatch(p -> p.mismatch().isEmpty());
    notes.add(
        Row.of(
            "parity",
            "CSV and Parquet of %d pairs compared in full: %s"
                .formatted(report.parity().size(), equivalent ? "equivalent" : "DIFFERENT")));
    notes.addAll(StudyNotes.blocks(analysis(), "of each work"));
    return notes;
  }

  private List<ComparisonFigure> pairs(String scenario) {
    return analysis().comparisons().stream()
        .filter(c -> c.scenario().equals(scenario) && c.metric().equals(Metric.WALL.name()))
        .filter(c -> c.mode() == Mode.LOADED)
        .toList();
  }
}
