package dev.plumbline.runners.mine;

import java.util.List;

/** The rows that a query selects, in its order, before any rendering. Safe for many threads. */
public interface Selection {

  /** The columns in view order; a view given twice is two columns. */
  List<ColumnInfo> columns();

  /** The number of rows. */
  long count();

  /**
   * Visits the rows from {@code start} (0-based), {@code limit} of them or as many as there are.
   *
   * @throws IllegalArgumentException if {@code start} or {@code limit} is negative
   */
  void forEach(long start, long limit, RowVisitor visitor);
}
