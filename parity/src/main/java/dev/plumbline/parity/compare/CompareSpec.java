package dev.plumbline.parity.compare;

import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.locate.Contract;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * How two tables are compared.
 *
 * @param key the columns that identify a row; empty if none are known: then there is no
 *     groupby_count, and rows that differ are paired by the first column
 * @param sample which rows are sampled
 * @param ordered whether the rows must stand in the same order, too
 * @param contracts what columns may differ in
 * @param firstRows how many of the rows that differ are kept with their values
 * @param memoryBytes about how much memory rows that differ may take
 * @param progress told of rows read, some thousand at a time
 */
public record CompareSpec(
    List<String> key,
    SampleSpec sample,
    boolean ordered,
    List<Contract> contracts,
    int firstRows,
    long memoryBytes,
    LongConsumer progress) {
  /** Copies the lists. */
  public CompareSpec {
    key = List.copyOf(key);
    contracts = List.copyOf(contracts);
  }

  /** All defaults: ten rows kept, a quarter of the heap for rows that differ. */
  public static CompareSpec of(List<String> key, SampleSpec sample) {
    long memory = Runtime.getRuntime().maxMemory() / 4;
    return new CompareSpec(key, sample, false, List.of(), 10, memory, rows -> {});
  }

  /** The same, but the rows must stand in the same order, too. */
  public CompareSpec inOrder() {
    return new CompareSpec(key, sample, true, contracts, firstRows, memoryBytes, progress);
  }
}
