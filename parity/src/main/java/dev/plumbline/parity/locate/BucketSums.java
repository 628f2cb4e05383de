package dev.plumbline.parity.locate;

import dev.plumbline.parity.HashedRow;
import dev.plumbline.parity.KeyHash;
import dev.plumbline.parity.RowObserver;
import java.util.BitSet;

/** The number and the sum of the rows' hashes in each bucket of a table, whatever their order. */
public final class BucketSums implements RowObserver {
  private final Buckets buckets;
  private final long[] rows = new long[Buckets.COUNT];
  private final long[] low = new long[Buckets.COUNT];
  private final long[] high = new long[Buckets.COUNT];

  /** Of an empty table, by this key. */
  public BucketSums(KeyHash key) {
    this(Buckets.byKey(key));
  }

  BucketSums(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public void row(HashedRow row) {
    int bucket = buckets.of(row);
    if (bucket >= 0) {
      rows[bucket]++;
      low[bucket] += row.rowLow();
      high[bucket] += row.rowHigh();
    }
  }

  /** The bucket that a row falls into, or -1. */
  int bucket(HashedRow row) {
    return buckets.of(row);
  }

  BitSet differing(BucketSums other) {
    BitSet differing = new BitSet(Buckets.COUNT);
    for (int i = 0; i < Buckets.COUNT; i++) {
      differing.set(
          i, rows[i] != other.rows[i] || low[i] != other.low[i] || high[i] != other.high[i]);
    }
    return differing;
  }

  long rows(int bucket) {
    return rows[bucket];
  }
}
