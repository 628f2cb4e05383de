package dev.plumbline.parity.locate;

import dev.plumbline.parity.HashedRow;
import dev.plumbline.parity.KeyHash;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowHasher;
import dev.plumbline.parity.TableSchema;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the rows in which two tables of one schema differ, in a bounded space.
 *
 * <p>Both tables were read once for their {@link BucketSums}. Buckets whose sums are equal are done
 * with. The others are captured with their values, as many at a time as memory holds, each time by
 * reading both tables once more, and their rows are paired by key. A bucket too large for memory,
 * since many rows share a key, is first divided once more by the rows themselves.
 */
public final class DifferenceLocator {
  /** So many rows that differ beyond any contract tell enough. */
  private static final long ENOUGH_ROWS = 200_000;

  private static final int BYTES_PER_ROW = 96;
  private static final int BYTES_PER_CELL = 64;

  private final ReadableTable left;
  private final ReadableTable right;
  private final TableSchema schema;
  private final LocateSpec spec;
  private final int[] keyColumns;
  private final Buckets byKey;
  private final DifferenceCounts counts;
  private @Nullable String incomplete;

  /** Of two tables of one schema. */
  public DifferenceLocator(ReadableTable left, ReadableTable right, LocateSpec spec) {
    this.left = left;
    this.right = right;
    this.schema = left.schema();
    this.spec = spec;
    this.keyColumns = spec.key().stream().mapToInt(schema::position).toArray();
    this.byKey = Buckets.byKey(new KeyHash(keyColumns));
    this.counts = new DifferenceCounts(spec, schema);
  }

  /**
   * Looks for the rows that differ.
   *
   * @param leftSums of the left table, by this key
   * @param rightSums of the right table, by this key
   * @param textBytesPerRow the mean size of a row's texts
   */
  public Difference locate(BucketSums leftSums, BucketSums rightSums, long textBytesPerRow) {
    long rowBytes = BYTES_PER_ROW + (long) BYTES_PER_CELL * schema.width() + textBytesPerRow;
    long limit = Math.max(1, spec.memoryBytes() / rowBytes);
    BitSet large = new BitSet();
    BitSet batch = new BitSet();
    BitSet differing = leftSums.differing(rightSums);
    long rows = 0;
    for (int i = differing.nextSetBit(0); i >= 0; i = differing.nextSetBit(i + 1)) {
      long size = leftSums.rows(i) + rightSums.rows(i);
      if (size > limit) {
        large.set(i);
        continue;
      }
      if (rows + size > limit) {
        pair(byKey, batch);
        if (enough()) {
          return counts.build(incomplete);
        }
        batch.clear();
        rows = 0;
      }
      batch.set(i);
      rows += size;
    }
    pair(byKey, batch);
    divide(large, limit);
    return counts.build(incomplete);
  }

  private boolean enough() {
    if (counts.rows() >= ENOUGH_ROWS) {
      incomplete = "%,d rows or more differ; the rest were not looked at".formatted(ENOUGH_ROWS);
    }
    return incomplete != null;
  }

  private void divide(BitSet large, long limit) {
    if (large.isEmpty()) {
      return;
    }
    Buckets byRow = row -> large.get(byKey.of(row)) ? Buckets.byRow().of(row) : -1;
    BucketSums l = new BucketSums(byRow);
    BucketSums r = new BucketSums(byRow);
    left.read(new RowHasher(schema, l));
    right.read(new RowHasher(schema, r));
    BitSet differing = l.differing(r);
    BitSet batch = new BitSet();
    long rows = 0;
    for (int i = differing.nextSetBit(0); i >= 0; i = differing.nextSetBit(i + 1)) {
      long size = l.rows(i) + r.rows(i);
      if (rows + size > limit) {
        incomplete =
            "too many rows of one key differ to be held in memory; the rest were not looked at, and"
                + " some counted as missing or extra may only differ";
        continue;
      }
      rows += size;
      batch.set(i);
    }
    pair(byRow, batch);
  }

  private void pair(Buckets buckets, BitSet wanted) {
    if (!wanted.isEmpty()) {
      Predicate<HashedRow> inside =
          row -> {
            int bucket = buckets.of(row);
            return bucket >= 0 && wanted.get(bucket);
          };
      new RowPairs(keyColumns, order(), counts).pair(capture(left, inside), capture(right, inside));
    }
  }

  /** Columns with a contract last: rows that agree in all others are paired with each other. */
  private int[] order() {
    List<String> loose = spec.contracts().stream().map(Contract::column).toList();
    return IntStream.range(0, schema.width())
        .boxed()
        .sorted(Comparator.comparing(i -> loose.contains(schema.column(i).name())))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private List<CapturedRow> capture(ReadableTable table, Predicate<HashedRow> wanted) {
    RowCapture capture = new RowCapture(schema, wanted);
    table.read(capture);
    return capture.rows();
  }
}
