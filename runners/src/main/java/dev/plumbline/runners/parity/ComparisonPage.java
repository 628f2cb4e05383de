package dev.plumbline.runners.parity;

import static dev.plumbline.runners.report.Numbers.count;

import dev.plumbline.pipelines.report.DifferenceRecord;
import dev.plumbline.pipelines.report.ParityRecord;
import dev.plumbline.runners.report.Page;
import dev.plumbline.runners.report.Page.Paragraph;
import dev.plumbline.runners.report.Table;
import dev.plumbline.runners.report.Table.Column;
import dev.plumbline.runners.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison for people. */
public final class ComparisonPage {
  private static final int WIDTH = 34;
  private static final int LONGEST_VALUE = 120;

  private ComparisonPage() {}

  /** All of it. */
  public static Page of(ParityRecord comparison) {
    List<Page.Block> blocks = new ArrayList<>();
    blocks.add(Paragraph.of(comparison.equivalence().replace('_', ' ')));
    blocks.add(
        Table.facts(
            List.of(
                Row.of("left", side(comparison.left())),
                Row.of("right", side(comparison.right())))));
    blocks.add(invariants(comparison));
    blocks.add(Table.facts(columns(comparison.columns())));
    if (comparison.columns().reordered()) {
      blocks.add(Paragraph.of("the same columns stand in another order"));
    }
    if (comparison.difference() != null) {
      blocks.addAll(difference(comparison.difference()));
    }
    return new Page(blocks);
  }

  private static String side(ParityRecord.Side side) {
    return side.source() + ", read by " + side.reader();
  }

  private static Table invariants(ParityRecord comparison) {
    List<Row> rows = new ArrayList<>();
    comparison
        .invariants()
        .forEach(
            (name, fields) ->
                rows.add(
                    Row.of(
                        name,
                        String.valueOf(fields.get("status")),
                        cut(fields.getOrDefault("reason", fields.get("left")), WIDTH),
                        cut(fields.get("right"), WIDTH))));
    return new Table(
        List.of(
            Column.text("invariant"),
            Column.text("status"),
            Column.text("left"),
            Column.text("right")),
        rows);
  }

  private static List<Row> columns(ParityRecord.Columns columns) {
    List<Row> rows = new ArrayList<>();
    named(rows, "columns that differ", columns.differing());
    named(rows, "of another type", columns.otherType());
    named(rows, "on the left only", columns.onlyLeft());
    named(rows, "on the right only", columns.onlyRight());
    return rows;
  }

  private static void named(List<Row> rows, String what, List<String> columns) {
    if (!columns.isEmpty()) {
      rows.add(Row.of(what, String.join(", ", columns)));
    }
  }

  /** Which rows differ. */
  public static List<Page.Block> difference(DifferenceRecord difference) {
    List<Row> facts = new ArrayList<>();
    facts.add(
        Row.of(
            "rows",
            "%s missing, %s extra, %s differing; paired by %s%s"
                .formatted(
                    count(difference.missingRows()),
                    count(difference.extraRows()),
                    count(difference.differingRows()),
                    String.join(", ", difference.key()),
                    difference.keyUnique() ? "" : ", which is not unique")));
    if (difference.withinContractRows() > 0) {
      facts.add(Row.of("", count(difference.withinContractRows()) + " within contract"));
    }
    difference
        .cells()
        .forEach((column, kinds) -> facts.add(Row.of("cells", column + ": " + kinds(kinds))));
    difference.contracts().stream()
        .filter(contract -> !contract.holds())
        .forEach(
            contract ->
                facts.add(
                    Row.of(
                        "contract",
                        "%s=%s does not hold: the sets of values differ"
                            .formatted(contract.column(), contract.terms()))));
    if (difference.incomplete() != null) {
      facts.add(Row.of("incomplete", difference.incomplete()));
    }
    List<Page.Block> blocks = new ArrayList<>(List.of(Table.facts(facts)));
    difference.firstRows().forEach(row -> blocks.add(row(row)));
    return blocks;
  }

  private static Paragraph row(DifferenceRecord.Row row) {
    List<String> lines = new ArrayList<>();
    lines.add("  %s %s".formatted(row.kind(), values(row.key())));
    row.cells()
        .forEach(
            (column, cell) ->
                lines.add(
                    "      %s: %s | %s (%s)"
                        .formatted(column, value(cell.left()), value(cell.right()), cell.kind())));
    return new Paragraph(lines);
  }

  private static String kinds(Map<String, Long> kinds) {
    return kinds.entrySet().stream()
        .map(kind -> count(kind.getValue()) + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }

  private static String values(Map<String, @Nullable String> key) {
    return key.entrySet().stream()
        .map(column -> column.getKey() + "=" + value(column.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** Null without quotes, text with them: it must be told from an empty string. */
  private static String value(@Nullable String value) {
    return value == null ? "null" : '"' + cut(value, LONGEST_VALUE) + '"';
  }

  private static String cut(@Nullable Object value, int width) {
    String text = value == null ? "" : value.toString();
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
