package dev.plumbline.parity.locate;

import dev.plumbline.parity.HashedRow;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowHasher;
import dev.plumbline.parity.RowObserver;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Finds where a table, in its own order, first has a row that another table lacks. */
public final class FirstLost {
  private static final long MOST_ROWS = 2_000_000;

  private final BucketSums sums;
  private final BitSet differing;
  private final Map<Long, Integer> held = new HashMap<>();
  private long position;
  private long found = -1;

  private FirstLost(BucketSums sums, BitSet differing) {
    this.sums = sums;
    this.differing = differing;
  }

  /**
   * Reads both tables once more.
   *
   * @param table whose order counts
   * @param other may lack rows; of the same schema
   * @param sums of the table
   * @param otherSums of the other table, by the same key
   * @return the row's number, counted from 0; none if no row is lacking, or so many differ that
   *     they cannot be held in memory
   */
  public static OptionalLong position(
      ReadableTable table, ReadableTable other, BucketSums sums, BucketSums otherSums) {
    BitSet differing = sums.differing(otherSums);
    if (differing.stream().mapToLong(otherSums::rows).sum() > MOST_ROWS) {
      return OptionalLong.empty();
    }
    FirstLost search = new FirstLost(sums, differing);
    other.read(new RowHasher(other.schema(), search.where(search::hold)));
    table.read(new RowHasher(table.schema(), search::take));
    return search.found < 0 ? OptionalLong.empty() : OptionalLong.of(search.found);
  }

  /** Rows of buckets that are equal cannot be lost. */
  private RowObserver where(RowObserver observer) {
    return row -> {
      if (differs(row)) {
        observer.row(row);
      }
    };
  }

  private boolean differs(HashedRow row) {
    int bucket = sums.bucket(row);
    return bucket >= 0 && differing.get(bucket);
  }

  private void hold(HashedRow row) {
    held.merge(row.rowLow(), 1, Integer::sum);
  }

  private void take(HashedRow row) {
    if (found < 0 && differs(row) && held.merge(row.rowLow(), -1, Integer::sum) < 0) {
      found = position;
    }
    position++;
  }
}
