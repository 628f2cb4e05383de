package dev.plumbline.parity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.TreeSet;

/**
 * Counts distinct keys in a fixed space: it keeps the {@value #SIZE} least of their hashes. Up to
 * as many keys the count is exact; beyond, it is estimated from the greatest of them, with a
 * relative standard error of about 1 / sqrt({@value #SIZE} - 2), 2 % (Bar-Yossef et al., Counting
 * Distinct Elements in a Data Stream, 2002; Beyer et al., On Synopses for Distinct-Value
 * Estimation, 2007). It depends on the set of keys alone.
 */
final class DistinctSketch implements RowObserver {
  static final int SIZE = 2_048;
  private static final double HASHES = Math.pow(2, 64);

  private final KeyHash key;
  private final TreeSet<Long> least = new TreeSet<>(Long::compareUnsigned);
  private long greatest = -1;

  DistinctSketch(KeyHash key) {
    this.key = key;
  }

  @Override
  public void row(HashedRow row) {
    if (!key.isNull(row)) {
      add(key.of(row));
    }
  }

  private void add(long hash) {
    if (Long.compareUnsigned(hash, greatest) <= 0 && least.add(hash) && least.size() >= SIZE) {
      if (least.size() > SIZE) {
        least.pollLast();
      }
      greatest = least.last();
    }
  }

  void merge(DistinctSketch other) {
    other.least.forEach(this::add);
  }

  DistinctCount count() {
    if (least.size() < SIZE) {
      return new DistinctCount(least.size(), true);
    }
    double part = (Math.scalb((double) (greatest >>> 11), 11) + 1) / HASHES;
    return new DistinctCount(Math.round((SIZE - 1) / part), false);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(least.size());
    for (long hash : least) {
      out.writeLong(hash);
    }
  }

  void read(DataInput in) throws IOException {
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      add(in.readLong());
    }
  }
}
