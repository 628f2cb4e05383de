package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.query.plan.ResolvedPath;
import dev.plumbline.runners.mine.query.plan.RowOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An evaluated query. */
public final class SelectedRows {

  private final List<ResolvedPath> columns;
  private final ColumnValues[] cells;
  private final int[] slotOfCell;
  private final int slots;
  private final RowOrder order;

  public SelectedRows(List<ResolvedPath> columns, int slots, RowOrder order) {
    this.columns = columns;
    this.cells = columns.stream().map(ResolvedPath::cell).toArray(ColumnValues[]::new);
    this.slotOfCell = columns.stream().mapToInt(ResolvedPath::slot).toArray();
    this.slots = slots;
    this.order = order;
  }

  /** The columns in view order; a view given twice is two columns. */
  public List<ResolvedPath> columns() {
    return columns;
  }

  /** The number of rows. */
  public long count() {
    return order.count();
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
