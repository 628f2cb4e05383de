package dev.plumbline.transforms.engine.loop;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.parquet.RowGroup;
import dev.plumbline.transforms.parquet.RowGroupReader;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All rows of a table in memory, a cell a {@link Comparable}, or null. */
final class LoopRows implements RowSink {
  private final List<Object[]> rows = new ArrayList<>();
  private final Object[] row;
  private int at;

  private LoopRows(int width) {
    row = new Object[width];
  }

  /** These columns of all rows, in the order of the files. */
  static List<Object[]> read(String doing, WrittenTable table, List<Column> columns) {
    CheckedTable.of(doing, table, columns);
    return unchecked(doing, table, columns);
  }

  /** The same of a table whose footers were looked at, and which may have no rows. */
  static List<Object[]> unchecked(String doing, WrittenTable table, List<Column> columns) {
    LoopRows sink = new LoopRows(columns.size());
    try {
      for (WrittenFile file : table.files()) {
        for (RowGroup group : RowGroupReader.groups(file.path())) {
          RowGroupReader.feed(group, columns, sink);
        }
      }
    } catch (TableException e) {
      throw new TableException(doing + ": " + e.getMessage(), e);
    }
    return sink.rows;
  }

  @Override
  public void nullCell() {
    row[at++] = null;
  }

  @Override
  public void int64Cell(long value) {
    row[at++] = value;
  }

  @Override
  public void doubleCell(double value) {
    row[at++] = value + 0.0; // one zero
  }

  @Override
  public void booleanCell(boolean value) {
    row[at++] = value;
  }

  @Override
  public void dateCell(int epochDay) {
    row[at++] = epochDay;
  }

  @Override
  public void timestampCell(long epochMicros) {
    row[at++] = epochMicros;
  }

  @Override
  public void decimalCell(BigDecimal value) {
    row[at++] = value;
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    row[at++] = new Text(Arrays.copyOfRange(utf8, offset, offset + length));
  }

  @Override
  public void endRow() {
    rows.add(row.clone());
    at = 0;
  }
}
