package dev.plumbline.runners.microbench.page;

import static dev.plumbline.runners.report.Numbers.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.LineFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.RatioFigures;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.report.Numbers;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Row;
import dev.plumbline.runners.statistics.Interval;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of docs/PERFORMANCE.md that are made of figures; where there is none, its status. */
final class PerformanceTables {
  private PerformanceTables() {}

  /** What was measured, on what, and when. */
  static Page circumstances(Header header) {
    JsonNode machine = header.envelope().environment().path("machine");
    return Page.of(
        Paragraph.of(
            format(
                "Measured %s at commit %s: %s, %d cores, %.0f GiB, kernel %s, JVM %s; seed %d.",
                header.envelope().createdAt().substring(0, 10),
                header.envelope().environment().path("commit").asText("unknown"),
                machine.path("cpu_model").asText(),
                machine.path("logical_cores").asInt(),
                machine.path("memory_bytes").asDouble() / (1L << 30),
                machine.path("kernel").asText(),
                header.envelope().environment().path("jvm").path("version").asText(),
                header.seed())));
  }

  /** The arms' wall times, and each against the first. */
  static Page walls(MeasurementReport report) {
    return table(
        report.analysis().arms().stream()
            .filter(figure -> figure.metric().equals(Metric.WALL.name()))
            .map(figure -> wall(report, figure)),
        "arm",
        "rows",
        "wall, median s",
        "range s",
        "cv",
        "wall / base [95 %]",
        "blocks",
        "MDE");
  }

  private static Row wall(MeasurementReport report, ArmFigure figure) {
    Summary s = figure.summary();
    List<String> own = List.of(figure.arm(), Numbers.count(figure.rows()));
    return s == null
        ? row(own, List.of(figure.status().label()))
        : row(
            own,
            List.of(
                format("%.2f", s.median()),
                format("%.2f - %.2f", s.min(), s.max()),
                format("%.1f %%", s.cvPct())),
            toBase(report, figure));
  }

  private static List<String> toBase(MeasurementReport report, ArmFigure figure) {
    return report.analysis().comparisons().stream()
        .filter(c -> c.metric().equals(Metric.WALL.name()))
        .filter(c -> c.candidate().equals(figure.arm()))
        .filter(c -> c.rows() == figure.rows() && c.mode() == figure.mode())
        .findFirst()
        .map(c -> c.ratio() == null ? List.of(c.status().label()) : ratio(c.ratio()))
        .orElse(List.of("1", String.valueOf(report.analysis().blocksDone()), ""));
  }

  private static List<String> ratio(RatioFigures ratio) {
    return ratio(
        ratio.estimate(), ratio.interval95(), ratio.pairs(), ratio.minimumDetectableEffect());
  }

  private static List<String> ratio(
      double estimate, @Nullable Interval interval, int pairs, @Nullable Double mde) {
    String limits = interval == null ? "" : " " + Numbers.interval(interval);
    return List.of(
        Numbers.thousandths(estimate) + limits,
        String.valueOf(pairs),
        mde == null ? Numbers.NONE : Numbers.percent(mde));
  }

  /** What is fixed of an arm's wall time, and what each row adds. */
  static Page lines(MeasurementReport report) {
    return table(
        report.analysis().lines().stream().map(PerformanceTables::line),
        "arm",
        "fixed, s [95 %]",
        "a row, ns [95 %]",
        "a row / base's [95 %]",
        "blocks",
        "farthest of a size from the line");
  }

  private static Row line(LineFigure line) {
    Double tax = line.perRowToBase();
    return Row.of(
        line.arm(),
        format("%.2f", line.fixedSeconds()) + limits("%.2f", line.fixed95()),
        format("%,.0f", line.nanosPerRow()) + limits("%,.0f", line.perRow95()),
        tax == null ? "1" : Numbers.thousandths(tax) + limits("%.3f", line.perRowToBase95()),
        String.valueOf(line.blocks()),
        Numbers.percent(line.farthest()));
  }

  private static String limits(String form, @Nullable Interval interval) {
    return interval == null
        ? ""
        : " [" + format(form, interval.low()) + ", " + format(form, interval.high()) + "]";
  }

  /** Where a candidate's time differs, stage by stage, at one size. */
  static Page stages(MeasurementReport report, long rows) {
    return table(
        report.analysis().comparisons().stream()
            .filter(c -> !c.metric().equals(Metric.WALL.name()) && c.ratio() != null)
            .filter(c -> c.rows() == rows)
            .map(PerformanceTables::stage),
        "arm",
        "metric",
        "ratio to base [95 %]",
        "blocks",
        "MDE");
  }

  private static Row stage(ComparisonFigure c) {
    return row(List.of(c.candidate(), c.metric()), ratio(Objects.requireNonNull(c.ratio())));
  }

  /** What measuring has cost. */
  static Page harness(MeasurementReport report) {
    return table(
        report.analysis().harness().stream()
            .map(
                of ->
                    Row.of(
                        of.arm(),
                        format("%.2f", of.harness().median()),
                        format("%.2f - %.2f", of.harness().min(), of.harness().max()),
                        format("%.2f", of.cycle().median()))),
        "arm",
        "harness, median s a fork",
        "range s",
        "of a fork's whole, median s");
  }

  private static Page table(Stream<Row> rows, String... columns) {
    return Page.of(new Table(Stream.of(columns).map(Table.Column::text).toList(), rows.toList()));
  }

  @SafeVarargs
  private static Row row(List<String>... parts) {
    List<String> cells = new ArrayList<>();
    for (List<String> part : parts) {
      cells.addAll(part);
    }
    return new Row(cells);
  }
}
