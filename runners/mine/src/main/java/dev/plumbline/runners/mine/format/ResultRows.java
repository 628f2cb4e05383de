package dev.plumbline.runners.mine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a result, by position. Safe for many threads. */
public interface ResultRows {

  /** The number of rows. */
  long count();

  /** The number of cells in each row. */
  int width();

  /**
   * Fills in the cells of one row.
   *
   * @param position from 0 to {@code count() - 1}
   * @param cells gets a String, Number, Boolean, {@link java.time.LocalDate} or null per column
   */
  void read(long position, @Nullable Object[] cells);

  /** Rows that lie in memory, all as wide as {@code width}. */
  static ResultRows of(int width, List<@Nullable Object[]> rows) {
    return new ResultRows() {
      @Override
      public long count() {
        return rows.size();
      }

      @Override
      public int width() {
        return width;
      }

      @Override
      public void read(long position, @Nullable Object[] cells) {
        System.arraycopy(rows.get((int) position), 0, cells, 0, width);
      }
    };
  }

  /** One row of one cell. */
  static ResultRows single(Object value) {
    return of(1, List.<@Nullable Object[]>of(new @Nullable Object[] {value}));
  }
}
