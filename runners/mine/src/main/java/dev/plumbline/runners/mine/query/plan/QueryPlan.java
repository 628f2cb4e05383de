package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import java.util.List;

/**
 * A query held against the model and the data.
 *
 * @param slots how many objects a result row names
 * @param columns the views
 * @param candidates the rows of the root that can be in the result, by constraints on its id
 * @param joins the collections to go through
 * @param tests what a row must satisfy besides
 * @param order sort keys in turn; empty for the natural order
 */
public record QueryPlan(
    int slots,
    List<ResolvedPath> columns,
    RowOrder candidates,
    JoinGroup joins,
    SlotTests tests,
    List<OrderKey> order) {

  /** Orders by one attribute; missing values are last ascending and first descending. */
  public record OrderKey(int slot, ColumnValues cell, boolean descending) {}
}
