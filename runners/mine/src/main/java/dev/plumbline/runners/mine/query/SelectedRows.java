package dev.plumbline.runners.mine.query;

import dev.plumbline.runners.mine.ColumnInfo;
import dev.plumbline.runners.mine.RowVisitor;
import dev.plumbline.runners.mine.Selection;
import dev.plumbline.runners.mine.data.Cell;
import dev.plumbline.runners.mine.format.JsonNumbers;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evaluated query. */
public final class SelectedRows implements Selection {

  private final List<ResolvedPath> columns;
  private final Cell[] cells;
  private final int[] slotOfCell;
  private final int slots;
  private final RowOrder order;

  public SelectedRows(List<ResolvedPath> columns, int slots, RowOrder order) {
    this.columns = columns;
    this.cells = columns.stream().map(ResolvedPath::cell).toArray(Cell[]::new);
    this.slotOfCell = columns.stream().mapToInt(ResolvedPath::slot).toArray();
    this.slots = slots;
    this.order = order;
  }

  @Override
  public List<ColumnInfo> columns() {
    return columns.stream().map(c -> new ColumnInfo(c.path(), c.javaType())).toList();
  }

  @Override
  public long count() {
    return order.count();
  }

  @Override
  public void forEach(long start, long limit, RowVisitor visitor) {
    if (start < 0 || limit < 0) {
      throw new IllegalArgumentException("start and limit must not be negative");
    }
    @Nullable Object[] row = new @Nullable Object[cells.length];
    long end = limit > count() - start ? count() : start + limit;
    for (long position = start; position < end; position++) {
      read(position, row);
      for (int c = 0; c < row.length; c++) {
        row[c] = row[c] instanceof BigDecimal decimal ? JsonNumbers.text(decimal) : row[c];
      }
      visitor.visit(row);
    }
  }

  /** Fills in the raw cells, decimals as such, of the row at a position. */
  public void read(long position, @Nullable Object[] row) {
    int[] tuple = new int[slots];
    order.read(position, tuple);
    for (int c = 0; c < cells.length; c++) {
      int there = tuple[slotOfCell[c]];
      row[c] = there < 0 ? null : cells[c].at(there);
    }
  }

  public int width() {
    return cells.length;
  }

  /** Heap held by the order of the rows, in bytes. */
  public long sizeBytes() {
    return order.sizeBytes();
  }
}
