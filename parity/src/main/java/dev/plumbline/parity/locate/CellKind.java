package dev.plumbline.parity.locate;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How two cells differ. */
public enum CellKind {
  /** Null on one side, the empty string on the other. */
  NULL_AGAINST_EMPTY,
  /** Two doubles next to each other. */
  OFF_BY_ULP,
  /** In any other way. */
  DIFFERS,
  /** In a way that the column's contract allows. */
  WITHIN_CONTRACT;

  /** The kind as reports spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of two cells that are not equal, in a column without a contract. */
  static CellKind of(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      Object other = left == null ? right : left;
      return other instanceof Utf8 text && text.isEmpty() ? NULL_AGAINST_EMPTY : DIFFERS;
    }
    return left instanceof Double l && right instanceof Double r && Ulp.distance(l, r) == 1
        ? OFF_BY_ULP
        : DIFFERS;
  }
}
