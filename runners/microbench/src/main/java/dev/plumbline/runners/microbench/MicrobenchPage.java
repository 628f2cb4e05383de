package dev.plumbline.runners.microbench;

import static dev.plumbline.runners.report.Numbers.format;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.report.Numbers;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import dev.plumbline.runners.statistics.PairedRatio;
import java.util.List;

/** What a session measured, for people. */
public final class MicrobenchPage {
  private MicrobenchPage() {}

  /** A row for each benchmark, then one for each pair. */
  public static Page of(MicrobenchReport report) {
    Table benchmarks =
        new Table(
            List.of(
                Column.text("benchmark"),
                Column.number("median"),
                Column.number("range"),
                Column.number("forks"),
                Column.text("unit")),
            report.lines().stream().map(MicrobenchPage::row).toList());
    Table pairs =
        new Table(
            List.of(
                Column.text("benchmark"),
                Column.text("yardstick"),
                Column.number("times the yardstick [95 %]"),
                Column.number("forks"),
                Column.number("MDE")),
            report.pairs().stream().map(MicrobenchPage::pair).toList());
    return pairs.rows().isEmpty() ? Page.of(benchmarks) : Page.of(benchmarks, pairs);
  }

  private static Row pair(MicrobenchReport.Pair pair) {
    PairedRatio ratio = pair.ratio();
    String limits = ratio.interval95() == null ? "" : " " + Numbers.interval(ratio.interval95());
    Double mde = ratio.detectableEffect();
    return Row.of(
        pair.benchmark(),
        pair.yardstick(),
        Numbers.thousandths(ratio.estimate()) + limits,
        Numbers.count(ratio.pairs()),
        mde == null ? Numbers.NONE : Numbers.percent(mde));
  }

  private static Row row(HistoryLine line) {
    Figures figures = line.figures();
    return figures == null
        ? Row.of(line.scenario(), line.status() + ": " + line.reason())
        : Row.of(
            line.scenario(),
            format("%,.1f", figures.median()),
            format("%,.1f - %,.1f", figures.min(), figures.max()),
            Numbers.count(figures.n()),
            line.unit());
  }
}
