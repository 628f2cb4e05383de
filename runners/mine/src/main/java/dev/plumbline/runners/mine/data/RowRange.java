package dev.plumbline.runners.mine.data;

import java.util.function.LongUnaryOperator;

/**
 * A collection whose rows follow one another in the target table.
 *
 * @param first the first of them
 * @param end the one after the last; {@code first} if there are none
 */
public record RowRange(LongUnaryOperator first, LongUnaryOperator end) implements Members {

  @Override
  public int count(long row) {
    return (int) (end.applyAsLong(row) - first.applyAsLong(row));
  }

  @Override
  public long at(long row, int index) {
    return first.applyAsLong(row) + index;
  }
}
