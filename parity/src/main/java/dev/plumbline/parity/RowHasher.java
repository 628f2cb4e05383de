package dev.plumbline.parity;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Hashes the rows of a table, in place and without allocation (but for decimals), and shows each to
 * its observers.
 *
 * <p>Each non-null cell is hashed to 128 bits under a key of its column's type. A row's hash is the
 * sum of its cells' hashes, each half multiplied by an odd number of the column's position, and
 * then mixed: so the cells of a row are tied together and to their places. A null adds nothing. A
 * cell's hash does not depend on its place, so equal columns have equal digests wherever they
 * stand.
 *
 * <p>Not thread-safe.
 */
public final class RowHasher implements RowSink, HashedRow {
  private static final long ROW_KEY = 0x9e3779b97f4a7c15L;

  private final TableSchema schema;
  private final ColumnType[] types;
  private final long[] keys;
  private final long[] lowFactors;
  private final long[] highFactors;
  private final RowObserver[] observers;
  private final CellHasher hasher = new CellHasher();
  private final SortKey sortKey;

  /** Hashes of this row's cells, low and high; 0 where null. */
  private final long[] cells;

  private final boolean[] nulls;
  private int column;
  private long rowLow;
  private long rowHigh;
  private long textBytes;

  /** Hashes rows of this schema for these observers. */
  public RowHasher(TableSchema schema, RowObserver... observers) {
    this(schema, new SortKey(0), List.of(observers));
  }

  RowHasher(TableSchema schema, SortKey sortKey, List<RowObserver> observers) {
    int width = schema.width();
    this.schema = schema;
    this.sortKey = sortKey;
    this.observers = observers.toArray(RowObserver[]::new);
    this.types = schema.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    this.keys = new long[width];
    this.lowFactors = new long[width];
    this.highFactors = new long[width];
    this.cells = new long[2 * width];
    this.nulls = new boolean[width];
    for (int i = 0; i < width; i++) {
      keys[i] = CellHasher.mix(ROW_KEY + types[i].label().hashCode());
      lowFactors[i] = CellHasher.mix(ROW_KEY * (2 * i + 1)) | 1;
      highFactors[i] = CellHasher.mix(ROW_KEY * (2 * i + 2)) | 1;
    }
  }

  @Override
  public void nullCell() {
    if (column >= types.length) {
      throw tooWide();
    }
    if (column == sortKey.column()) {
      sortKey.setNull();
    }
    nulls[column] = true;
    cells[2 * column] = 0;
    cells[2 * column + 1] = 0;
    column++;
  }

  @Override
  public void int64Cell(long value) {
    fixedCell(value, ColumnType.INT64);
  }

  @Override
  public void doubleCell(double value) {
    long bits = Double.doubleToLongBits(value == 0.0 ? 0.0 : value);
    fixedCell(bits, ColumnType.DOUBLE);
  }

  @Override
  public void booleanCell(boolean value) {
    fixedCell(value ? 1 : 0, ColumnType.BOOLEAN);
  }

  @Override
  public void dateCell(int epochDay) {
    fixedCell(epochDay, ColumnType.DATE);
  }

  @Override
  public void timestampCell(long epochMicros) {
    fixedCell(epochMicros, ColumnType.TIMESTAMP);
  }

  @Override
  public void decimalCell(BigDecimal value) {
    check(ColumnType.DECIMAL);
    BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    byte[] digits = plain.unscaledValue().toByteArray();
    byte[] whole =
        ByteBuffer.allocate(Integer.BYTES + digits.length)
            .putInt(plain.scale())
            .put(digits)
            .array();
    if (column == sortKey.column()) {
      sortKey.setDouble(Double.doubleToLongBits(value.doubleValue()));
    }
    hasher.bytes(whole, 0, whole.length, keys[column]);
    addCell();
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    check(ColumnType.STRING);
    if (column == sortKey.column()) {
      sortKey.setText(utf8, offset, length);
    }
    textBytes += length;
    hasher.bytes(utf8, offset, length, keys[column]);
    addCell();
  }

  @Override
  public void endRow() {
    if (column != types.length) {
      throw new IllegalStateException(
          "The row ends after %d cells, expected %d".formatted(column, types.length));
    }
    long low = ROW_KEY;
    long high = 0;
    for (int i = 0; i < types.length; i++) {
      low += cells[2 * i] * lowFactors[i];
      high += cells[2 * i + 1] * highFactors[i];
    }
    low = CellHasher.mix(low);
    rowHigh = CellHasher.mix(high + low);
    rowLow = CellHasher.mix(low + rowHigh);
    column = 0;
    for (RowObserver observer : observers) {
      observer.row(this);
    }
  }

  @Override
  public boolean isNull(int at) {
    return nulls[at];
  }

  @Override
  public long cellLow(int at) {
    return cells[2 * at];
  }

  @Override
  public long cellHigh(int at) {
    return cells[2 * at + 1];
  }

  @Override
  public long rowLow() {
    return rowLow;
  }

  @Override
  public long rowHigh() {
    return rowHigh;
  }

  /** The bytes of all text cells so far. */
  public long textBytes() {
    return textBytes;
  }

  private void fixedCell(long bits, ColumnType type) {
    check(type);
    if (column == sortKey.column()) {
      if (type == ColumnType.DOUBLE) {
        sortKey.setDouble(bits);
      } else {
        sortKey.setLong(bits);
      }
    }
    hasher.fixed(bits, keys[column]);
    addCell();
  }

  private void addCell() {
    nulls[column] = false;
    cells[2 * column] = hasher.low();
    cells[2 * column + 1] = hasher.high();
    column++;
  }

  private void check(ColumnType given) {
    if (column >= types.length) {
      throw tooWide();
    }
    if (types[column] != given) {
      throw new IllegalStateException(
          "Cell of type %s in column %s".formatted(given.label(), schema.column(column)));
    }
  }

  private IllegalStateException tooWide() {
    return new IllegalStateException("The row has more than %d cells".formatted(types.length));
  }
}
