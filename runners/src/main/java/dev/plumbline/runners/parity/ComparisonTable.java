package dev.plumbline.runners.parity;

import dev.plumbline.pipelines.report.DifferenceRecord;
import dev.plumbline.pipelines.report.ParityRecord;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A comparison as a person reads it in a terminal. */
public final class ComparisonTable {
  private static final String ROW = "%-20s %-14s %-34s %s%n";
  private static final int WIDTH = 34;
  private static final int LONGEST_VALUE = 120;

  private ComparisonTable() {}

  /** Prints all of it. */
  public static void print(ParityRecord comparison, PrintStream out) {
    out.printf("%n%s%n%n", comparison.equivalence().replace('_', ' '));
    out.printf("left   %s, read by %s%n", comparison.left().source(), comparison.left().reader());
    out.printf(
        "right  %s, read by %s%n%n", comparison.right().source(), comparison.right().reader());
    out.printf(ROW, "invariant", "status", "left", "right");
    comparison
        .invariants()
        .forEach(
            (name, fields) ->
                out.printf(
                    ROW,
                    name,
                    fields.get("status"),
                    cut(fields.getOrDefault("reason", fields.get("left")), WIDTH),
                    cut(fields.get("right"), WIDTH)));
    columns(comparison.columns(), out);
    DifferenceRecord difference = comparison.difference();
    if (difference != null) {
      difference(difference, out);
    }
    out.println();
  }

  private static void columns(ParityRecord.Columns columns, PrintStream out) {
    out.println();
    line(out, "columns that differ", columns.differing());
    line(out, "of another type", columns.otherType());
    line(out, "on the left only", columns.onlyLeft());
    line(out, "on the right only", columns.onlyRight());
    if (columns.reordered()) {
      out.println("the same columns stand in another order");
    }
  }

  private static void line(PrintStream out, String what, List<String> columns) {
    if (!columns.isEmpty()) {
      out.printf("%-20s %s%n", what, String.join(", ", columns));
    }
  }

  /** Prints which rows differ. */
  public static void difference(DifferenceRecord difference, PrintStream out) {
    out.printf(
        "rows                 %,d missing, %,d extra, %,d differing; paired by %s%s%n",
        difference.missingRows(),
        difference.extraRows(),
        difference.differingRows(),
        String.join(", ", difference.key()),
        difference.keyUnique() ? "" : ", which is not unique");
    if (difference.withinContractRows() > 0) {
      out.printf("                     %,d within contract%n", difference.withinContractRows());
    }
    difference
        .cells()
        .forEach(
            (column, kinds) -> out.printf("cells                %s: %s%n", column, kinds(kinds)));
    difference.contracts().stream()
        .filter(contract -> !contract.holds())
        .forEach(
            contract ->
                out.printf(
                    "contract             %s=%s does not hold: the sets of values differ%n",
                    contract.column(), contract.terms()));
    if (difference.incomplete() != null) {
      out.printf("incomplete           %s%n", difference.incomplete());
    }
    for (DifferenceRecord.Row row : difference.firstRows()) {
      out.printf("%n  %s %s%n", row.kind(), values(row.key()));
      row.cells()
          .forEach(
              (column, cell) ->
                  out.printf(
                      "      %s: %s | %s (%s)%n",
                      column, value(cell.left()), value(cell.right()), cell.kind()));
    }
  }

  private static String kinds(Map<String, Long> kinds) {
    return kinds.entrySet().stream()
        .map(kind -> "%,d %s".formatted(kind.getValue(), kind.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String values(Map<String, @Nullable String> key) {
    return key.entrySet().stream()
        .map(column -> column.getKey() + "=" + value(column.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** Null without quotes, text with them: it must be told from an empty string. */
  private static String value(@Nullable String value) {
    return value == null
        ? "null"
        : '"' + cut(value.replaceAll("\\p{Cntrl}", "?"), LONGEST_VALUE) + '"';
  }

  private static String cut(@Nullable Object value, int width) {
    String text = value == null ? "" : value.toString();
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
