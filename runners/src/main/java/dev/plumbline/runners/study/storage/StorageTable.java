package dev.plumbline.runners.study.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.PairText;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.Mode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.export.Provenance;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * CSV and Parquet side by side, as a person reads them in a terminal; where there is no number, the
 * status stands in its place.
 *
 * @param report what stands in it is all that is printed
 * @param out where it goes
 */
record StorageTable(StorageReport report, PrintStream out) {

  void print() {
    line(
        "%n%-16s %12s %14s %14s %10s", "scenario", "rows", "csv bytes", "parquet bytes", "smaller");
    report.sizes().forEach(this::sizes);
    report.exports().forEach(this::provenance);
    line("%n%-32s %12s %12s", "work, loaded", "csv s", "parquet s");
    List<ArmFigure> walls =
        report.measurement().analysis().arms().stream()
            .filter(f -> f.metric().equals(Metric.WALL.name()) && f.mode() == Mode.LOADED)
            .toList();
    walls.stream()
        .map(ArmFigure::scenario)
        .distinct()
        .sorted()
        .forEach(
            scenario ->
                work(scenario, walls.stream().filter(f -> f.scenario().equals(scenario)).toList()));
    out.println();
    for (EngineReadiness engine : report.engines()) {
      if (engine.missing() != null) {
        line("%-26s skipped: %s", engine.name(), engine.missing());
      }
    }
    boolean equivalent = report.parity().values().stream().allMatch(p -> p.mismatch().isEmpty());
    line(
        "parity    CSV and Parquet of %d pairs compared in full: %s",
        report.parity().size(), equivalent ? "equivalent" : "DIFFERENT");
    line(
        "blocks    %d of %d; seconds are medians, behind one run of a work that is thrown%n"
            + "          away; times as long: Hodges-Lehmann estimate over blocks, with 95 %%%n"
            + "          interval",
        report.measurement().analysis().blocksDone(),
        report.measurement().analysis().blocksWanted());
    PairText.quickLook(report.measurement().analysis())
        .ifPresent(hint -> line("          %s", hint));
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values).stripTrailing());
  }

  private void sizes(String scenario, StorageReport.Sizes sizes) {
    line(
        "%-16s %,12d %,14d %,14d %9.1f%%",
        scenario, sizes.rows(), sizes.csvBytes(), sizes.parquetBytes(), sizes.reductionPct());
    sizes.remarks().forEach(remark -> line("%16s %s", "", remark));
  }

  private void provenance(String export, JsonNode of) {
    Json.mapper()
        .convertValue(of.path("provenance"), Provenance.class)
        .remark()
        .ifPresent(remark -> line("%-16s %s", export, remark));
  }

  private void work(String scenario, List<ArmFigure> arms) {
    StringBuilder seconds = new StringBuilder();
    for (ArmFigure arm : arms) {
      seconds.append(
          arm.summary() == null
              ? " %12s".formatted(arm.status().label())
              : String.format(Locale.ROOT, " %12.3f", arm.summary().median()));
    }
    boolean shortest =
        arms.stream()
            .anyMatch(
                arm ->
                    arm.summary() != null && !PairText.shortness(arm.summary().median()).isEmpty());
    line("%-32s%s  %s", scenario, seconds, shortest ? "too short" : "");
    PairText.sentences(pairs(scenario)).forEach(sentence -> line("  %s", sentence));
  }

  private List<ComparisonFigure> pairs(String scenario) {
    return report.measurement().analysis().comparisons().stream()
        .filter(c -> c.scenario().equals(scenario) && c.metric().equals(Metric.WALL.name()))
        .filter(c -> c.mode() == Mode.LOADED)
        .toList();
  }
}
