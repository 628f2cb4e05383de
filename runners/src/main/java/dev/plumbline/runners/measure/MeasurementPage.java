package dev.plumbline.runners.measure;

import static dev.plumbline.runners.report.Numbers.count;
import static dev.plumbline.runners.report.Numbers.format;
import static dev.plumbline.runners.report.Numbers.interval;
import static dev.plumbline.runners.report.Numbers.thousandths;

import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.runners.measure.analysis.Analysis;
import dev.plumbline.runners.measure.analysis.ArmFigure;
import dev.plumbline.runners.measure.analysis.ComparisonFigure;
import dev.plumbline.runners.measure.analysis.CompositeFigure;
import dev.plumbline.runners.measure.analysis.Finding;
import dev.plumbline.runners.measure.analysis.LineFigure;
import dev.plumbline.runners.measure.analysis.MeasurementReport;
import dev.plumbline.runners.measure.analysis.Metric;
import dev.plumbline.runners.measure.analysis.RatioFigures;
import dev.plumbline.runners.measure.raw.Header;
import dev.plumbline.runners.report.Numbers;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import dev.plumbline.runners.statistics.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A measurement's figures for people; where there is no number, the status stands in its place. */
record MeasurementPage(MeasurementReport report) {

  /** The page. */
  static Page of(MeasurementReport report) {
    return new MeasurementPage(report).page();
  }

  private Page page() {
    List<Page.Block> blocks = new ArrayList<>(List.of(new Paragraph(title()), arms()));
    if (header().arms().size() > 1) {
      blocks.add(comparisons());
      blocks.add(new Paragraph(sentences()));
    }
    blocks.add(lines());
    if (header().arms().size() > 1) {
      blocks.addAll(others());
    }
    blocks.add(Table.facts(notes()));
    if (!analysis().comparisons().isEmpty()) {
      blocks.add(
          Paragraph.of(
              "ratio: the Hodges-Lehmann estimate over blocks, with its exact 95 % interval; p: of no",
              "difference, after Holm's correction for all pairs of arms. MDE: the least difference",
              "that so many blocks find with 80 % power, at their spread."));
    }
    return new Page(blocks);
  }

  private Header header() {
    return report.raw().header();
  }

  private Analysis analysis() {
    return report.analysis();
  }

  private List<String> title() {
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "%s: %d of %d blocks, %d rejected and run again, seed %d",
            header().scenario(),
            analysis().blocksDone(),
            analysis().blocksWanted(),
            analysis().blocksRejected(),
            header().seed()));
    if (header().busy() != null) {
      lines.add(
          "this machine was busy: %s; nothing here is more than a first look"
              .formatted(header().busy()));
    }
    if (!analysis().ended().equals("complete")) {
      lines.add("ended early: " + analysis().ended());
    }
    return lines;
  }

  private Table arms() {
    return new Table(
        List.of(
            Column.text("arm"),
            Column.number("rows"),
            Column.text(""),
            Column.number("wall s"),
            Column.number("range"),
            Column.number("cv")),
        analysis().arms().stream()
            .filter(figure -> figure.metric().equals(Metric.WALL.name()))
            .map(this::arm)
            .toList());
  }

  private Row arm(ArmFigure figure) {
    String name = name(figure.scenario(), figure.arm());
    Summary summary = figure.summary();
    return summary == null
        ? Row.of(name, rows(figure.rows()), figure.mode().label(), figure.label())
        : Row.of(
            name,
            rows(figure.rows()),
            figure.mode().label(),
            thousandths(summary.median()),
            Numbers.range(summary.min(), summary.max()),
            format("%.1f%%", summary.cvPct()));
  }

  private Table comparisons() {
    Stream<Row> pairs =
        analysis().comparisons().stream()
            .filter(c -> c.base().equals(base()))
            .filter(c -> c.metric().equals(Metric.WALL.name()))
            .map(this::comparison);
    Stream<Row> composites = analysis().composites().stream().map(this::composite);
    return new Table(
        List.of(
            Column.text("wall / " + base()),
            Column.number("rows"),
            Column.text(""),
            Column.number("ratio"),
            Column.number("95 %"),
            Column.number("MDE"),
            Column.number("p")),
        Stream.concat(pairs, composites).toList());
  }

  private Row comparison(ComparisonFigure c) {
    String name = name(c.scenario(), c.candidate());
    RatioFigures ratio = c.ratio();
    if (ratio == null) {
      return Row.of(name, rows(c.rows()), c.mode().label(), c.status().label() + ": " + c.reason());
    }
    Double mde = ratio.minimumDetectableEffect();
    return Row.of(
        name,
        rows(c.rows()),
        c.mode().label(),
        thousandths(ratio.estimate()),
        interval(ratio.interval95()),
        mde == null ? Numbers.NONE : Numbers.percent(mde),
        format("%.4f", Objects.requireNonNullElse(ratio.pHolm(), ratio.pValue())));
  }

  private Row composite(CompositeFigure c) {
    return Row.of(
        name(c.scenario(), c.candidate()),
        "all sizes",
        c.mode().label(),
        thousandths(c.estimate()),
        interval(c.interval95()),
        "",
        "");
  }

  private Table lines() {
    return new Table(
        List.of(
            Column.text("wall = fixed + rows x"),
            Column.text(""),
            Column.number("fixed s"),
            Column.number("95 %"),
            Column.number("ns/row"),
            Column.number("95 %"),
            Column.number("/ " + base()),
            Column.number("95 %"),
            Column.text("claim"),
            Column.number("off by")),
        analysis().lines().stream().map(this::line).toList());
  }

  private Row line(LineFigure line) {
    Double tax = line.perRowToBase();
    return Row.of(
        name(line.scenario(), line.arm()),
        line.mode().label(),
        thousandths(line.fixedSeconds()),
        interval(line.fixed95()),
        format("%,.0f", line.nanosPerRow()),
        line.perRow95() == null
            ? Numbers.NONE
            : format("[%,.0f, %,.0f]", line.perRow95().low(), line.perRow95().high()),
        tax == null ? "" : thousandths(tax),
        tax == null ? "" : interval(line.perRowToBase95()),
        line.claim() == null ? "" : line.claim().label(),
        Numbers.percent(line.farthest()));
  }

  /** What the pairs of wall times say, by what they are of. */
  private List<String> sentences() {
    Map<String, List<ComparisonFigure>> groups =
        analysis().comparisons().stream()
            .filter(c -> c.metric().equals(Metric.WALL.name()) && c.ratio() != null)
            .collect(
                Collectors.groupingBy(
                    c -> name(c.scenario(), (rows(c.rows()) + " " + c.mode().label()).strip()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.entrySet().stream()
        .flatMap(
            group ->
                PairText.sentences(group.getValue(), MeasurementPage::withClaim).stream()
                    .map(sentence -> group.getKey() + ": " + sentence))
        .toList();
  }

  /** What the pair's blocks bear stands behind what they say. */
  private static String withClaim(ComparisonFigure pair) {
    String claim = pair.finding() == Finding.NO_CLAIM ? "" : pair.claim().words();
    return claim.isEmpty() ? pair.sentence() : pair.sentence() + "; " + claim;
  }

  /** The other metrics, stages among them: where a difference comes from. */
  private List<Page.Block> others() {
    List<Row> rows =
        analysis().comparisons().stream()
            .filter(c -> !c.metric().equals(Metric.WALL.name()) && c.status() == CellStatus.VALID)
            .map(this::other)
            .toList();
    return rows.isEmpty()
        ? List.of()
        : List.of(
            Paragraph.of(
                "Other metrics, each by itself: of so many some will part from 1 by chance."),
            new Table(
                List.of(
                    Column.text("arm / " + base()),
                    Column.number("rows"),
                    Column.text("metric"),
                    Column.number("ratio"),
                    Column.number("95 %")),
                rows));
  }

  private Row other(ComparisonFigure c) {
    RatioFigures ratio = Objects.requireNonNull(c.ratio());
    return Row.of(
        name(c.scenario(), c.candidate()),
        rows(c.rows()),
        c.metric().replace(".elapsed_seconds", " s"),
        thousandths(ratio.estimate()),
        interval(ratio.interval95()));
  }

  private List<Row> notes() {
    List<Row> notes = new ArrayList<>();
    analysis().comparisons().stream()
        .flatMap(c -> c.remarks().stream())
        .distinct()
        .forEach(remark -> notes.add(Row.of("note", remark)));
    analysis()
        .disturbed()
        .forEach((block, why) -> notes.add(Row.of("note", "block %d: %s".formatted(block, why))));
    analysis()
        .harness()
        .forEach(
            of ->
                notes.add(
                    Row.of(
                        "harness",
                        format("%s %.2f s", of.arm(), of.harness().median())
                            + (header().sizes().size() > 1
                                ? " a fork (median)" // forks of several sizes are of no one length
                                : format(" of %.2f s a fork (medians)", of.cycle().median())))));
    return notes;
  }

  private String base() {
    return header().arms().get(0).name();
  }

  /** With the work, where there is more than one. */
  private String name(String scenario, String what) {
    boolean works = analysis().arms().stream().map(ArmFigure::scenario).distinct().count() > 1;
    return works && !scenario.isEmpty() ? scenario + " " + what : what;
  }

  private static String rows(long rows) {
    return rows == 0 ? "" : count(rows);
  }
}
