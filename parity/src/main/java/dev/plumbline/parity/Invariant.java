package dev.plumbline.parity;

/**
 * One property that two equal tables share.
 *
 * @param name {@code schema_fingerprint}, {@code row_count}, {@code aggregate_hash} or {@code
 *     content_hash}
 * @param left the property of the left table
 * @param right the property of the right table
 * @param match whether the two are the same
 */
public record Invariant(String name, String left, String right, boolean match) {
  static Invariant of(String name, Object left, Object right) {
    return new Invariant(name, left.toString(), right.toString(), left.equals(right));
  }
}
