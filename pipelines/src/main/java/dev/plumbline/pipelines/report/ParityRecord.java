package dev.plumbline.pipelines.report;

import dev.plumbline.parity.Comparison;
import dev.plumbline.parity.Invariant;
import dev.plumbline.parity.Witness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two tables that were held against each other.
 *
 * @param left where the one came from and who read it
 * @param right where the other came from and who read it
 * @param invariants by name, with both sides
 * @param differingColumns the columns whose content differs
 * @param equivalent whether all of it matches
 */
public record ParityRecord(
    Side left,
    Side right,
    Map<String, Match> invariants,
    List<String> differingColumns,
    boolean equivalent) {

  /** A byte source and its reader. */
  public record Side(String source, String reader) {
    static Side of(Witness witness) {
      return new Side(witness.source(), witness.reader());
    }
  }

  /** An invariant's two sides. */
  public record Match(String left, String right, boolean match) {}

  /**
   * The record of a comparison.
   *
   * @param showColumns whether the schema's column names may be shown; else their hash stands for
   *     them
   */
  public static ParityRecord of(Comparison comparison, boolean showColumns) {
    Map<String, Match> invariants = new LinkedHashMap<>();
    for (Invariant i : comparison.invariants()) {
      boolean shown = showColumns || !i.name().equals("schema_fingerprint");
      invariants.put(
          i.name(),
          new Match(
              shown ? i.left() : Hidden.hash(i.left()),
              shown ? i.right() : Hidden.hash(i.right()),
              i.match()));
    }
    return new ParityRecord(
        Side.of(comparison.left()),
        Side.of(comparison.right()),
        invariants,
        comparison.differingColumns(),
        comparison.equivalent());
  }
}
