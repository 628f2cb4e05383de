package dev.plumbline.parity;

import java.math.BigDecimal;

/**
 * Takes a table's rows, cell by cell: the cells of a row in the order of the schema, then {@link
 * #endRow()}. A cell of another type than its column's, or a row of another width, is an {@link
 * IllegalStateException}.
 */
public interface RowSink {
  /** The next cell is null. */
  void nullCell();

  /** The next cell is a value of an {@link ColumnType#INT64} column. */
  void int64Cell(long value);

  /** The next cell is a value of a {@link ColumnType#DOUBLE} column. */
  void doubleCell(double value);

  /** The next cell is a value of a {@link ColumnType#BOOLEAN} column. */
  void booleanCell(boolean value);

  /** The next cell is a value of a {@link ColumnType#DATE} column, in days since 1970-01-01. */
  void dateCell(int epochDay);

  /**
   * The next cell is a value of a {@link ColumnType#TIMESTAMP} column, in microseconds since
   * 1970-01-01T00:00:00 UTC.
   */
  void timestampCell(long epochMicros);

  /** The next cell is a value of a {@link ColumnType#DECIMAL} column. */
  void decimalCell(BigDecimal value);

  /**
   * The next cell is a value of a {@link ColumnType#STRING} column: {@code length} bytes of UTF-8,
   * copied nowhere. They must stay as they are until {@link #endRow()}.
   */
  void stringCell(byte[] utf8, int offset, int length);

  /** The row is complete. */
  void endRow();
}
