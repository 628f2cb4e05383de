package dev.plumbline.parity.locate;

import java.util.List;

/**
 * How differing rows are looked for.
 *
 * @param key the columns by which rows are paired; at least one
 * @param contracts what columns may differ in
 * @param voided contracts that excuse nothing: of columns whose sets of values are not the same
 * @param firstRows how many of the rows that differ are kept with their values
 * @param memoryBytes about how much memory captured rows may take
 */
public record LocateSpec(
    List<String> key,
    List<Contract> contracts,
    List<Contract> voided,
    int firstRows,
    long memoryBytes) {
  /** Copies the lists; rejects an empty key. */
  public LocateSpec {
    key = List.copyOf(key);
    contracts = List.copyOf(contracts);
    voided = List.copyOf(voided);
    if (key.isEmpty()) {
      throw new IllegalArgumentException("Rows are paired by a key of at least one column");
    }
  }
}
