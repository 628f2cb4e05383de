package dev.plumbline.parity.locate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of two tables differ.
 *
 * @param key the columns by which rows were paired
 * @param keyUnique whether no key was seen twice on one side among the rows looked at; if not, rows
 *     of one key were paired in the order of their values
 * @param missing rows of the left table that the right one lacks
 * @param extra rows of the right table that the left one lacks
 * @param differing rows of the same key with other cells
 * @param withinContract rows of the same key whose cells differ as their contract allows
 * @param cells how many cells differ, by column and kind
 * @param first the first rows that differ, by their key
 * @param contracts what was declared of columns, and held against their cells
 * @param voided contracts that excuse nothing: of columns whose sets of values are not the same
 * @param incomplete why the counts are only of some of the rows; null if they are of all
 */
public record Difference(
    List<String> key,
    boolean keyUnique,
    long missing,
    long extra,
    long differing,
    long withinContract,
    Map<String, Map<CellKind, Long>> cells,
    List<RowDifference> first,
    List<Contract> contracts,
    List<Contract> voided,
    @Nullable String incomplete) {
  /** Copies the collections. */
  public Difference {
    key = List.copyOf(key);
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    first = List.copyOf(first);
    contracts = List.copyOf(contracts);
    voided = List.copyOf(voided);
  }

  /** Whether all rows were looked at, and none differs by more than was declared. */
  public boolean excused() {
    return !contracts.isEmpty() && incomplete == null && rows() == 0;
  }

  /** How many rows differ, beyond any contract. */
  public long rows() {
    return missing + extra + differing;
  }

  /** In a few words, for a person. */
  public String summary() {
    return "%s%,d missing, %,d extra, %,d differing rows"
        .formatted(incomplete == null ? "" : "at least ", missing, extra, differing);
  }
}
