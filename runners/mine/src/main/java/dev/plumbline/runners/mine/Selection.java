package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.format.JsonNumbers;
import dev.plumbline.runners.mine.query.run.SelectedRows;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a query selects, in its order, before any rendering. Safe for many threads.
 *
 * @param rows as the engine gives them, decimals as such
 */
public record Selection(SelectedRows rows) {

  /** The columns in view order; a view given twice is two columns. */
  public List<ColumnInfo> columns() {
    return rows.columns().stream().map(c -> new ColumnInfo(c.path(), c.javaType())).toList();
  }

  /** The number of rows. */
  public long count() {
    return rows.count();
  }

  /**
   * Visits the rows from {@code start} (0-based), {@code limit} of them or as many as there are.
   *
   * @throws IllegalArgumentException if {@code start} or {@code limit} is negative
   */
  public void forEach(long start, long limit, RowVisitor visitor) {
    if (start < 0 || limit < 0) {
      throw new IllegalArgumentException("start and limit must not be negative");
    }
    @Nullable Object[] row = new @Nullable Object[rows.width()];
    long end = limit > count() - start ? count() : start + limit;
    for (long position = start; position < end; position++) {
      rows.read(position, row);
      for (int c = 0; c < row.length; c++) {
        row[c] = row[c] instanceof BigDecimal decimal ? JsonNumbers.text(decimal) : row[c];
      }
      visitor.visit(row);
    }
  }
}
