package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import java.util.function.LongUnaryOperator;

/**
 * Where a result row says which object stands for a class of the query.
 *
 * @param slot which of the row's objects it depends on
 * @param row from the row of that object to the row of its own table, negative for none
 */
public record Place(int slot, LongUnaryOperator row) {

  private static final LongUnaryOperator ITSELF = LongUnaryOperator.identity();

  /** The place of the object in the slot itself. */
  public static Place at(int slot) {
    return new Place(slot, ITSELF);
  }

  /** An attribute of the object by the row in the slot; null where there is no object. */
  ColumnValues cell(ColumnValues attribute) {
    if (row.equals(ITSELF)) {
      return attribute;
    }
    LongUnaryOperator there = row;
    return from -> {
      long to = there.applyAsLong(from);
      return to < 0 ? null : attribute.at(to);
    };
  }
}
