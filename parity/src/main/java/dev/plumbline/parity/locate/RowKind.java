package dev.plumbline.parity.locate;

import java.util.Locale;

/** How a row differs from its counterpart. */
public enum RowKind {
  /** It stands on the left and not on the right. */
  MISSING,
  /** It stands on the right and not on the left. */
  EXTRA,
  /** A row of the same key stands on the other side, with other cells. */
  DIFFERS;

  /** The kind as reports spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
