package dev.plumbline.pipelines.report;

import dev.plumbline.parity.locate.CellDifference;
import dev.plumbline.parity.locate.CellKind;
import dev.plumbline.parity.locate.Difference;
import dev.plumbline.parity.locate.RowDifference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of two tables differ.
 *
 * @param key the columns by which rows were paired
 * @param keyUnique whether no key was seen twice on one side among the rows looked at
 * @param missingRows rows that stand on the left only
 * @param extraRows rows that stand on the right only
 * @param differingRows rows of the same key with other cells
 * @param withinContractRows rows whose cells differ only as was declared
 * @param cells how many cells differ, by column and kind
 * @param firstRows the first rows that differ, by their key
 * @param contracts what was declared of columns
 * @param incomplete why the counts are only of some of the rows; null if they are of all
 */
public record DifferenceRecord(
    List<String> key,
    boolean keyUnique,
    long missingRows,
    long extraRows,
    long differingRows,
    long withinContractRows,
    Map<String, Map<String, Long>> cells,
    List<Row> firstRows,
    List<Declared> contracts,
    @Nullable String incomplete) {

  /** A row that differs: {@code missing}, {@code extra} or {@code differs}. */
  public record Row(String kind, Map<String, @Nullable String> key, Map<String, Cell> cells) {}

  /** A cell that differs, and both values; null where null. */
  public record Cell(String kind, @Nullable String left, @Nullable String right) {}

  /**
   * What was declared of a column, and why; {@code holds} is false where it excuses nothing, since
   * the column's sets of values are not the same.
   */
  public record Declared(String column, String terms, String reason, boolean holds) {}

  static DifferenceRecord of(Difference difference, ShownNames shown) {
    return new DifferenceRecord(
        shown.names(difference.key()),
        difference.keyUnique(),
        difference.missing(),
        difference.extra(),
        difference.differing(),
        difference.withinContract(),
        counts(difference, shown),
        difference.first().stream().map(row -> row(row, difference.key(), shown)).toList(),
        declared(difference, shown),
        difference.incomplete());
  }

  private static Map<String, Map<String, Long>> counts(Difference difference, ShownNames shown) {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    difference
        .cells()
        .forEach(
            (column, kinds) -> {
              Map<String, Long> byKind = new LinkedHashMap<>();
              for (Map.Entry<CellKind, Long> kind : kinds.entrySet()) {
                byKind.put(kind.getKey().label(), kind.getValue());
              }
              counts.put(shown.name(column), byKind);
            });
    return counts;
  }

  private static Row row(RowDifference row, List<String> key, ShownNames shown) {
    Map<String, @Nullable String> keyValues = new LinkedHashMap<>();
    for (int i = 0; i < key.size(); i++) {
      keyValues.put(shown.name(key.get(i)), shown.value(row.key().get(i)));
    }
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (CellDifference cell : row.cells()) {
      cells.put(
          shown.name(cell.column()),
          new Cell(cell.kind().label(), shown.value(cell.left()), shown.value(cell.right())));
    }
    return new Row(row.kind().label(), keyValues, cells);
  }

  private static List<Declared> declared(Difference difference, ShownNames shown) {
    return Stream.of(difference.contracts(), difference.voided())
        .flatMap(List::stream)
        .map(
            c ->
                new Declared(
                    shown.name(c.column()),
                    c.terms(),
                    c.reason(),
                    difference.contracts().contains(c)))
        .toList();
  }
}
