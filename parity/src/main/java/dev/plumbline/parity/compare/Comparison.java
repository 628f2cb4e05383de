package dev.plumbline.parity.compare;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.locate.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two tables held against each other.
 *
 * @param left the one
 * @param right the other
 * @param invariants what equal tables share, each with both sides
 * @param columns in what their columns differ
 * @param difference which rows differ; null if none were looked for
 */
public record Comparison(
    Witness left,
    Witness right,
    List<Invariant> invariants,
    ColumnDifferences columns,
    @Nullable Difference difference) {
  /** The invariants that differ wherever the content does; the others a contract cannot excuse. */
  private static final Set<String> OF_CONTENT =
      Set.of(Invariants.SAMPLE_HASH, Invariants.CONTENT_HASH);

  /** Copies the lists. */
  public Comparison {
    invariants = List.copyOf(invariants);
  }

  /** Compares all that two digests tell. */
  public static Comparison of(Witness left, Witness right) {
    TableDigest l = left.digest();
    TableDigest r = right.digest();
    return new Comparison(left, right, Invariants.of(l, r), ColumnDifferences.of(l, r), null);
  }

  /** The same with one more invariant. */
  public Comparison with(Invariant more) {
    List<Invariant> all = new ArrayList<>(invariants);
    all.add(more);
    return new Comparison(left, right, all, columns, difference);
  }

  /** The same with the rows that differ. */
  public Comparison with(Difference located) {
    return new Comparison(left, right, invariants, columns, located);
  }

  /** Whether the tables are the same: exactly, or within what was declared of their columns. */
  public boolean equivalent() {
    return exact() || withinContract();
  }

  /** Whether no invariant speaks against them being the same. */
  public boolean exact() {
    return columns.names().isEmpty() && invariants.stream().noneMatch(Invariant::mismatch);
  }

  /** Whether they differ, but all their differing rows only within what was declared. */
  public boolean withinContract() {
    return !exact()
        && difference != null
        && difference.excused()
        && invariants.stream()
            .filter(Invariant::mismatch)
            .allMatch(i -> OF_CONTENT.contains(i.name()));
  }

  /** One sentence for a person: that they are equal, or in what they differ. */
  public String summary() {
    return summary(name -> name);
  }

  /**
   * The same.
   *
   * @param shown what stands for a column's name
   */
  public String summary(UnaryOperator<String> shown) {
    String sides = left + " and " + right;
    if (exact()) {
      return sides + " hold the same " + left.digest().rows() + " rows";
    }
    if (withinContract()) {
      return sides + " hold the same " + left.digest().rows() + " rows, within their contract";
    }
    String failed =
        invariants.stream()
            .filter(Invariant::mismatch)
            .map(Comparison::sides)
            .collect(Collectors.joining("; "));
    String located = difference == null ? "" : "; " + difference.summary();
    return sides + " differ in " + failed + "; " + columns.summary(shown) + located;
  }

  /** Counts with both sides; hashes tell a person nothing, and what differs is said by columns. */
  private static String sides(Invariant invariant) {
    return Invariants.COUNTS.contains(invariant.name())
        ? "%s %s against %s".formatted(invariant.name(), invariant.left(), invariant.right())
        : invariant.name();
  }
}
