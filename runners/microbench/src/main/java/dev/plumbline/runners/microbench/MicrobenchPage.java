package dev.plumbline.runners.microbench;

import static dev.plumbline.runners.report.Numbers.format;

import dev.plumbline.runners.history.HistoryLine;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.report.Numbers;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import java.util.List;

/** The lines of a session, for people. */
final class MicrobenchPage {
  private MicrobenchPage() {}

  static Page of(List<HistoryLine> lines) {
    return Page.of(
        new Table(
            List.of(
                Column.text("benchmark"),
                Column.number("median"),
                Column.number("range"),
                Column.number("forks"),
                Column.text("unit")),
            lines.stream().map(MicrobenchPage::row).toList()));
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
