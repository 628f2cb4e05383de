package dev.plumbline.parity.compare;

import dev.plumbline.parity.DistinctCounter;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.locate.Contract;
import dev.plumbline.parity.locate.DifferenceLocator;
import dev.plumbline.parity.locate.LocateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares two tables that can be read again: by their digests, and where these differ, row by row.
 *
 * @param spec how
 */
public record TableComparator(CompareSpec spec) {

  /**
   * Reads both tables, at the same time, and compares them.
   *
   * @throws IllegalArgumentException if a table lacks a column of the key or of a contract
   */
  public Comparison compare(ReadableTable left, ReadableTable right) {
    return compare(ReadPair.of(() -> left, () -> right, spec));
  }

  /** Compares two tables that were read with this spec. */
  public Comparison compare(ReadPair tables) {
    return compare(tables.left(), tables.right());
  }

  /** Compares two tables that were read with this spec; reads them again only if they differ. */
  public Comparison compare(Reading left, Reading right) {
    boolean counted = left.keys().complete() && right.keys().complete();
    Comparison digests =
        counted
            ? Comparison.of(left.counted(), right.counted())
            : Comparison.of(left.witness(), right.witness());
    Comparison comparison =
        spec.ordered()
            ? digests.with(
                Invariant.of("order_hash", left.order().hash(), right.order().hash(), Map.of()))
            : digests;
    boolean sameColumns = left.table().schema().equals(right.table().schema());
    if (comparison.exact() || !sameColumns) {
      return comparison;
    }
    Map<Boolean, List<Contract>> contracts =
        spec.contracts().stream().collect(Collectors.partitioningBy(c -> holds(c, left, right)));
    LocateSpec located =
        new LocateSpec(
            Reading.pairing(left.table(), spec),
            contracts.getOrDefault(true, List.of()),
            contracts.getOrDefault(false, List.of()),
            spec.firstRows(),
            spec.memoryBytes());
    long rows = left.witness().digest().rows() + right.witness().digest().rows();
    long textBytes = (left.textBytes() + right.textBytes()) / Math.max(1, rows);
    return comparison.with(
        new DifferenceLocator(left.table(), right.table(), located)
            .locate(left.buckets(), right.buckets(), textBytes));
  }

  /** A contract of equal sets is void where the sets are not equal. */
  private static boolean holds(Contract contract, Reading left, Reading right) {
    Optional<DistinctCounter> l = Optional.ofNullable(left.sets().get(contract.column()));
    Optional<DistinctCounter> r = Optional.ofNullable(right.sets().get(contract.column()));
    return !(contract instanceof Contract.SameSet)
        || (l.isPresent() && r.isPresent() && l.get().sameSet(r.get()));
  }
}
