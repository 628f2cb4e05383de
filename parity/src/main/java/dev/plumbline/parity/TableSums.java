package dev.plumbline.parity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of a table's rows and of its columns' cells, modulo 2^128. Sums keep multiplicity (a row
 * 256 times is not no row) and forget order.
 */
final class TableSums implements RowObserver {
  private static final int TABLE = 3;
  private static final int PER_COLUMN = 3;

  private final int width;

  /** rows, low, high; then for each column: non-null count, low, high. */
  private final long[] state;

  TableSums(int width) {
    this.width = width;
    this.state = new long[TABLE + PER_COLUMN * width];
  }

  @Override
  public void row(HashedRow row) {
    state[0]++;
    add(1, row.rowLow(), row.rowHigh());
    for (int i = 0, at = TABLE; i < width; i++, at += PER_COLUMN) {
      if (!row.isNull(i)) {
        state[at]++;
        add(at + 1, row.cellLow(i), row.cellHigh(i));
      }
    }
  }

  private void add(int at, long low, long high) {
    long sum = state[at] + low;
    state[at] = sum;
    state[at + 1] += high + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
  }

  void merge(TableSums other) {
    state[0] += other.state[0];
    add(1, other.state[1], other.state[2]);
    for (int at = TABLE; at < state.length; at += PER_COLUMN) {
      state[at] += other.state[at];
      add(at + 1, other.state[at + 1], other.state[at + 2]);
    }
  }

  long rows() {
    return state[0];
  }

  Hash128 content() {
    return new Hash128(state[2], state[1]);
  }

  List<ColumnDigest> columns(TableSchema schema) {
    List<ColumnDigest> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int at = TABLE + PER_COLUMN * i;
      Hash128 hash = new Hash128(state[at + 2], state[at + 1]);
      columns.add(new ColumnDigest(schema.column(i), state[at], hash));
    }
    return columns;
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(state.length);
    for (long number : state) {
      out.writeLong(number);
    }
  }

  void read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length != state.length) {
      throw new IOException(
          "A digest of %d columns has %d numbers, found %d".formatted(width, state.length, length));
    }
    for (int i = 0; i < length; i++) {
      state[i] = in.readLong();
    }
  }
}
