package dev.plumbline.parity.compare;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.DistinctCount;
import dev.plumbline.parity.DistinctCounter;
import dev.plumbline.parity.HashedRow;
import dev.plumbline.parity.KeyHash;
import dev.plumbline.parity.OrderHash;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowObserver;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.locate.BucketSums;
import dev.plumbline.parity.locate.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * One table, read whole and summed up: all that a comparison needs of it.
 *
 * @param table the table
 * @param witness its digest
 * @param keys its distinct keys, counted
 * @param buckets its sums by the hash of the key
 * @param sets the values of the columns that may differ but for their set, by name
 * @param order the hash of its rows in their order
 * @param textBytes the size of all its texts
 */
public record Reading(
    ReadableTable table,
    Witness witness,
    DistinctCounter keys,
    BucketSums buckets,
    Map<String, DistinctCounter> sets,
    OrderHash order,
    long textBytes) {
  private static final int TICK_ROWS = 1 << 14;

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if it lacks a column of the key or of a contract
   */
  public static Reading of(ReadableTable table, CompareSpec spec) {
    DigestSpec digestSpec = new DigestSpec(table.schema(), spec.key(), spec.sample());
    DistinctCounter keys = new DistinctCounter(new KeyHash(digestSpec.keyColumns()));
    Map<String, DistinctCounter> sets = sets(table, spec);
    BucketSums buckets = new BucketSums(pairedBy(table, spec));
    OrderHash order = new OrderHash();
    List<RowObserver> observers = new ArrayList<>(sets.values());
    observers.add(buckets);
    observers.add(new Ticks(spec.progress()));
    if (!spec.key().isEmpty()) {
      observers.add(keys);
    }
    if (spec.ordered()) {
      observers.add(order);
    }
    DigestAccumulator digest =
        new DigestAccumulator(digestSpec, observers.toArray(RowObserver[]::new));
    table.read(digest.sink());
    return new Reading(
        table,
        new Witness(table.source(), table.reader(), digest.digest()),
        keys,
        buckets,
        sets,
        order,
        digest.sink().textBytes());
  }

  /** Its witness with the distinct keys as counted, not as estimated. */
  Witness counted() {
    TableDigest digest = witness.digest();
    return digest.key().isEmpty()
        ? witness
        : new Witness(
            witness.source(),
            witness.reader(),
            digest.withGroups(new DistinctCount(keys.count(), true)));
  }

  /** The columns by which differing rows are paired: the key, or the first column. */
  static List<String> pairing(ReadableTable table, CompareSpec spec) {
    return spec.key().isEmpty() ? List.of(table.schema().column(0).name()) : spec.key();
  }

  private static KeyHash pairedBy(ReadableTable table, CompareSpec spec) {
    return new KeyHash(pairing(table, spec).stream().mapToInt(table.schema()::position).toArray());
  }

  private static Map<String, DistinctCounter> sets(ReadableTable table, CompareSpec spec) {
    Map<String, DistinctCounter> sets = new LinkedHashMap<>();
    for (Contract contract : spec.contracts()) {
      contract.check(table.schema());
      if (contract instanceof Contract.SameSet) {
        int column = table.schema().position(contract.column());
        sets.put(contract.column(), new DistinctCounter(new KeyHash(column)));
      }
    }
    return sets;
  }

  /** Tells of progress now and then. */
  private static final class Ticks implements RowObserver {
    private final LongConsumer progress;
    private int rows;

    Ticks(LongConsumer progress) {
      this.progress = progress;
    }

    @Override
    public void row(HashedRow row) {
      if (++rows == TICK_ROWS) {
        progress.accept(rows);
        rows = 0;
      }
    }
  }
}
