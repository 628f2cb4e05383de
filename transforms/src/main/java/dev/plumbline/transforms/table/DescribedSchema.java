package dev.plumbline.transforms.table;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A table's columns, and of those that a mine gave, which view they show.
 *
 * @param table the columns
 * @param views those columns whose view is known, none where the table is no export
 */
public record DescribedSchema(TableSchema table, List<ViewColumn> views) implements Serializable {
  /** Copies the views and rejects one of a column that the table does not have. */
  public DescribedSchema {
    views = List.copyOf(views);
    for (ViewColumn view : views) {
      if (!table.columns().contains(view.column())) {
        throw new IllegalArgumentException(
            "View '%s' is of column '%s', which is not among %s"
                .formatted(view.view(), view.column(), table));
      }
    }
  }

  /** Of an export. */
  public static DescribedSchema of(ExportSchema export) {
    return new DescribedSchema(export.table(), export.views());
  }

  /** Of a table of which no more is known. */
  public static DescribedSchema of(TableSchema table) {
    return new DescribedSchema(table, List.of());
  }

  /** The view of a column, if it is known. */
  public Optional<ViewColumn> view(Column column) {
    return views.stream().filter(view -> view.column().equals(column)).findFirst();
  }
}
