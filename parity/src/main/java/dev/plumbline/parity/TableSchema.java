package dev.plumbline.parity;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of a table, in order.
 *
 * @param columns at least one column; no name occurs twice
 */
public record TableSchema(List<Column> columns) implements Serializable {
  /** Copies the columns and rejects none at all, or a name that occurs twice. */
  public TableSchema {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A table needs at least one column, but has none");
    }
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException("Column '" + column.name() + "' occurs twice");
      }
    }
  }

  /** The number of columns. */
  public int width() {
    return columns.size();
  }

  /** The column at a position, counted from 0. */
  public Column column(int position) {
    return columns.get(position);
  }

  /** The columns' names, in order. */
  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * The position of a column, counted from 0.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public int position(String name) {
    int position = names().indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException(
          "There is no column '%s'; there are %s".formatted(name, String.join(", ", names())));
    }
    return position;
  }

  @Override
  public String toString() {
    return columns.stream().map(Column::toString).collect(Collectors.joining(", "));
  }
}
