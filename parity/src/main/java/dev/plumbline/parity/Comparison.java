package dev.plumbline.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two tables held against each other.
 *
 * @param left the one
 * @param right the other
 * @param invariants what equal tables share, each with both sides
 * @param differingColumns the names of the columns whose content differs; where the schemas differ,
 *     the columns that do not stand on both sides at the same place
 */
public record Comparison(
    Witness left, Witness right, List<Invariant> invariants, List<String> differingColumns) {
  /** Copies the lists. */
  public Comparison {
    invariants = List.copyOf(invariants);
    differingColumns = List.copyOf(differingColumns);
  }

  /** Compares all that two digests tell: schema, row count, non-null counts and full content. */
  public static Comparison of(Witness left, Witness right) {
    TableDigest l = left.digest();
    TableDigest r = right.digest();
    List<Invariant> invariants =
        List.of(
            Invariant.of("schema_fingerprint", l.schema().fingerprint(), r.schema().fingerprint()),
            Invariant.of("row_count", l.rows(), r.rows()),
            Invariant.of("aggregate_hash", nonNullCounts(l), nonNullCounts(r)),
            Invariant.of("content_hash", l.content(), r.content()));
    return new Comparison(left, right, invariants, differing(l.columns(), r.columns()));
  }

  /** Whether every invariant matches and no column differs. */
  public boolean equivalent() {
    return differingColumns.isEmpty() && invariants.stream().allMatch(Invariant::match);
  }

  /** One sentence for a person: that they are equal, or in what they differ. */
  public String summary() {
    String sides =
        "%s (%s) and %s (%s)"
            .formatted(left.source(), left.reader(), right.source(), right.reader());
    if (equivalent()) {
      return sides + " hold the same " + left.digest().rows() + " rows";
    }
    String failed =
        invariants.stream()
            .filter(i -> !i.match())
            .map(i -> "%s %s against %s".formatted(i.name(), i.left(), i.right()))
            .collect(Collectors.joining("; "));
    String columns =
        differingColumns.isEmpty() ? "none by itself" : String.join(", ", differingColumns);
    return sides + " differ in " + failed + "; differing columns: " + columns;
  }

  private static String nonNullCounts(TableDigest table) {
    return table.columns().stream()
        .map(c -> Long.toString(c.nonNull()))
        .collect(Collectors.joining(","));
  }

  private static List<String> differing(List<ColumnDigest> left, List<ColumnDigest> right) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      if (i >= left.size()) {
        names.add(right.get(i).column().name());
      } else if (i >= right.size() || !left.get(i).equals(right.get(i))) {
        names.add(left.get(i).column().name());
      }
    }
    return names;
  }
}
