package dev.plumbline.runners.report;

import java.util.List;

/**
 * Rows under columns.
 *
 * @param columns from left to right; a table of which none has a name is shown without a head
 * @param rows from top to bottom
 */
public record Table(List<Column> columns, List<Row> rows) implements Page.Block {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      if (row.cells().size() > columns.size()) {
        throw new IllegalArgumentException(
            "a row of %d cells, expected at most %d: %s"
                .formatted(row.cells().size(), columns.size(), row.cells()));
      }
    }
  }

  /** Names and what there is to say of each: of an empty name, more of the one before. */
  public static Table facts(List<Row> rows) {
    return new Table(List.of(Column.text(""), Column.text("")), rows);
  }

  /** Whether a head is shown. */
  boolean hasHead() {
    return columns.stream().anyMatch(column -> !column.name().isEmpty());
  }

  @Override
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * A column.
   *
   * @param name its head
   * @param number whether it holds numbers, which stand at its right
   */
  public record Column(String name, boolean number) {
    /** Of words. */
    public static Column text(String name) {
      return new Column(name, false);
    }

    /** Of numbers, with their unit in the name. */
    public static Column number(String name) {
      return new Column(name, true);
    }
  }

  /**
   * A row.
   *
   * @param cells from left to right; the last of fewer than there are columns takes up what is left
   */
  public record Row(List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** A row of these cells. */
    public static Row of(String... cells) {
      return new Row(List.of(cells));
    }

    /** Sentences, each in a row of its own below the one that they are about. */
    public static List<Row> sentences(List<String> sentences) {
      return sentences.stream().map(sentence -> of("  " + sentence)).toList();
    }
  }
}
