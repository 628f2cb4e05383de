package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums up a table's content in a fixed few hundred bytes, whatever the order, split or number of
 * its rows.
 *
 * <p>Each non-null cell is hashed to 128 bits under a key made of its column's position and type. A
 * column's digest is the sum of its cells' hashes modulo 2^128; a row's hash is the sum of its
 * cells' hashes, mixed; the table's digest is the sum of its rows' hashes modulo 2^128. Sums keep
 * multiplicity (a row 256 times is not no row), and mixing before the rows are summed ties the
 * cells of a row together, so that values swapped between rows or columns show. A null adds nothing
 * and is not counted in its column's non-null count.
 *
 * <p>Not thread-safe: one accumulator a thread, merged at the end.
 */
public final class DigestAccumulator implements RowSink {
  /**
   * The version of the hashes and of {@link #state()}; digests of different versions cannot be
   * compared.
   */
  public static final int VERSION = 1;

  private static final int TABLE = 3;
  private static final int PER_COLUMN = 3;
  private static final long ROW_KEY = 0x9e3779b97f4a7c15L;

  private final TableSchema schema;
  private final ColumnType[] types;
  private final long[] keys;

  /** rows, low, high; then for each column: non-null count, low, high. */
  private final long[] state;

  private final CellHasher hasher = new CellHasher();
  private int column;
  private long rowLow;
  private long rowHigh;

  /** An empty table of this schema. */
  public DigestAccumulator(TableSchema schema) {
    this(schema, new long[TABLE + PER_COLUMN * schema.width()]);
  }

  private DigestAccumulator(TableSchema schema, long[] state) {
    this.schema = schema;
    this.types = schema.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    this.keys = new long[types.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = CellHasher.mix(ROW_KEY * (i + 1) + types[i].label().hashCode());
    }
    this.state = state;
  }

  /** Takes up the state that another accumulator of the same schema gave out. */
  public static DigestAccumulator restore(TableSchema schema, long[] state) {
    int expected = TABLE + PER_COLUMN * schema.width();
    if (state.length != expected) {
      throw new IllegalArgumentException(
          "A digest of %d columns has %d numbers, found %d"
              .formatted(schema.width(), expected, state.length));
    }
    return new DigestAccumulator(schema, state.clone());
  }

  /** All that this accumulator has summed up, as numbers; see {@link #restore}. */
  public long[] state() {
    return state.clone();
  }

  @Override
  public void nullCell() {
    if (column >= types.length) {
      throw tooWide();
    }
    column++;
  }

  @Override
  public void int64Cell(long value) {
    fixedCell(value, ColumnType.INT64);
  }

  @Override
  public void doubleCell(double value) {
    fixedCell(Double.doubleToLongBits(value == 0.0 ? 0.0 : value), ColumnType.DOUBLE);
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
  public void stringCell(byte[] utf8, int offset, int length) {
    check(ColumnType.STRING);
    hasher.bytes(utf8, offset, length, keys[column]);
    addCell();
  }

  @Override
  public void endRow() {
    if (column != types.length) {
      throw new IllegalStateException(
          "The row ends after %d cells, expected %d".formatted(column, types.length));
    }
    long low = CellHasher.mix(rowLow ^ ROW_KEY);
    long high = CellHasher.mix(rowHigh + low);
    low = CellHasher.mix(low + high);
    state[0]++;
    addTo(1, low, high);
    column = 0;
    rowLow = 0;
    rowHigh = 0;
  }

  /** Adds what another accumulator of the same schema has summed up. */
  public void merge(DigestAccumulator other) {
    if (!schema.equals(other.schema)) {
      throw new IllegalArgumentException(
          "Cannot merge digests of [%s] and [%s]"
              .formatted(schema.fingerprint(), other.schema.fingerprint()));
    }
    state[0] += other.state[0];
    addTo(1, other.state[1], other.state[2]);
    for (int at = TABLE; at < state.length; at += PER_COLUMN) {
      state[at] += other.state[at];
      addTo(at + 1, other.state[at + 1], other.state[at + 2]);
    }
  }

  /** The digest of the rows so far. */
  public TableDigest digest() {
    List<ColumnDigest> columns = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      int at = TABLE + PER_COLUMN * i;
      columns.add(
          new ColumnDigest(schema.column(i), state[at], new Hash128(state[at + 2], state[at + 1])));
    }
    return new TableDigest(schema, state[0], new Hash128(state[2], state[1]), columns);
  }

  private void fixedCell(long bits, ColumnType type) {
    check(type);
    hasher.fixed(bits, keys[column]);
    addCell();
  }

  private void addCell() {
    int at = TABLE + PER_COLUMN * column;
    long low = hasher.low();
    long high = hasher.high();
    state[at]++;
    addTo(at + 1, low, high);
    long sum = rowLow + low;
    rowHigh += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
    rowLow = sum;
    column++;
  }

  private void addTo(int at, long low, long high) {
    long sum = state[at] + low;
    state[at] = sum;
    state[at + 1] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
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

  @Override
  public boolean equals(Object other) {
    return other instanceof DigestAccumulator that
        && schema.equals(that.schema)
        && Arrays.equals(state, that.state);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(state);
  }
}
