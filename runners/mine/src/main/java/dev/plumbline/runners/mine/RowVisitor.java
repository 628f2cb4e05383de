package dev.plumbline.runners.mine;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a {@link Selection} one by one. */
@FunctionalInterface
public interface RowVisitor {

  /**
   * Takes one row.
   *
   * @param cells one value per column: a String (also for CLOBs, and for decimals in the text the
   *     service writes), Integer, Long, Double, Float, Boolean, {@link java.time.LocalDate}, or
   *     null; the array is reused and valid only during the call
   */
  void visit(@Nullable Object[] cells);
}
