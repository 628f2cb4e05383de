package dev.plumbline.pipelines.report;

import dev.plumbline.parity.compare.ColumnDifferences;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.Invariant;
import dev.plumbline.parity.compare.Witness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two tables that were held against each other.
 *
 * @param left where the one came from and who read it
 * @param right where the other came from and who read it
 * @param equivalent whether they are the same, exactly or within what was declared
 * @param equivalence how they are the same: exact or within_contract; or that they are different
 * @param invariants by name: status, both sides, whether they match, and what they were taken with
 * @param columns in what their columns differ
 * @param difference which rows differ; null if none do, or none were looked for
 */
public record ParityRecord(
    Side left,
    Side right,
    boolean equivalent,
    String equivalence,
    Map<String, Map<String, @Nullable Object>> invariants,
    Columns columns,
    @Nullable DifferenceRecord difference) {

  /** A byte source and its reader. */
  public record Side(String source, String reader) {
    static Side of(Witness witness) {
      return new Side(witness.source(), witness.reader());
    }
  }

  /** In what the columns differ; see {@link ColumnDifferences}. */
  public record Columns(
      List<String> differing,
      List<String> otherType,
      List<String> onlyLeft,
      List<String> onlyRight,
      boolean reordered) {
    static Columns of(ColumnDifferences columns, ShownNames shown) {
      return new Columns(
          shown.names(columns.content()),
          shown.names(columns.types()),
          shown.names(columns.onlyLeft()),
          shown.names(columns.onlyRight()),
          columns.reordered());
    }
  }

  /** The record of a comparison. */
  public static ParityRecord of(Comparison comparison, ShownNames shown) {
    Map<String, Map<String, @Nullable Object>> invariants = new LinkedHashMap<>();
    for (Invariant invariant : comparison.invariants()) {
      invariants.put(invariant.name(), InvariantFields.of(invariant, shown));
    }
    String equivalence =
        comparison.exact()
            ? "exact"
            : comparison.withinContract() ? "within_contract" : "different";
    return new ParityRecord(
        Side.of(comparison.left()),
        Side.of(comparison.right()),
        comparison.equivalent(),
        equivalence,
        invariants,
        Columns.of(comparison.columns(), shown),
        comparison.difference() == null
            ? null
            : DifferenceRecord.of(comparison.difference(), shown));
  }
}
