package dev.plumbline.parity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the rows of a sample: those that come first in its order, a fixed number of them. */
final class RowSample implements RowObserver {
  private static final byte[] NO_TEXT = new byte[0];

  private final SampleSpec spec;
  private final SortKey sortKey;

  /** The last of the sample's order on top. */
  private final PriorityQueue<SampledRow> rows = new PriorityQueue<>(Collections.reverseOrder());

  RowSample(SampleSpec spec, SortKey sortKey) {
    this.spec = spec;
    this.sortKey = sortKey;
  }

  @Override
  public void row(HashedRow row) {
    switch (spec.mode()) {
      case HEAD -> head(row);
      case STRIDE -> stride(row);
    }
  }

  private void head(HashedRow row) {
    if (rows.size() < spec.size() || sortKey.compareTo(rows.element()) <= 0) {
      add(sortKey.keep(hash(row)));
    }
  }

  private void stride(HashedRow row) {
    int column = sortKey.column();
    long place = CellHasher.mix(row.cellLow(column) + row.cellHigh(column) * 3 ^ spec.seed());
    if (rows.size() < spec.size() || Long.compareUnsigned(place, rows.element().prefix()) <= 0) {
      add(new SampledRow(false, place, NO_TEXT, hash(row)));
    }
  }

  private void add(SampledRow row) {
    if (rows.size() < spec.size()) {
      rows.add(row);
    } else if (row.compareTo(rows.element()) < 0) {
      rows.remove();
      rows.add(row);
    }
  }

  void merge(RowSample other) {
    other.rows.forEach(this::add);
  }

  SampleDigest digest(String sortKeyName) {
    List<Hash128> sorted = rows.stream().sorted().map(SampledRow::row).toList();
    return SampleDigest.of(spec, sortKeyName, sorted);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(rows.size());
    for (SampledRow row : rows.stream().sorted().toList()) {
      out.writeBoolean(row.nullKey());
      out.writeLong(row.prefix());
      out.writeInt(row.text().length);
      out.write(row.text());
      out.writeLong(row.row().high());
      out.writeLong(row.row().low());
    }
  }

  void read(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      boolean nullKey = in.readBoolean();
      long prefix = in.readLong();
      byte[] text = new byte[in.readInt()];
      in.readFully(text);
      add(new SampledRow(nullKey, prefix, text, new Hash128(in.readLong(), in.readLong())));
    }
  }

  private static Hash128 hash(HashedRow row) {
    return new Hash128(row.rowHigh(), row.rowLow());
  }
}
