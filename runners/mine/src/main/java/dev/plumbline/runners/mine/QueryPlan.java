package dev.plumbline.runners.mine;

import java.util.List;

/**
 * A query held against the model and the data.
 *
 * @param table the root's objects
 * @param columns the views
 * @param candidates the rows that can be in the result, by constraints on the root's id
 * @param tests what they must satisfy besides; empty where every candidate is in
 * @param order sort keys in turn, ending in the root's id; empty for the natural order
 */
record QueryPlan(
    Table table,
    List<ResolvedPath> columns,
    RowOrder candidates,
    List<RowTest> tests,
    List<OrderKey> order) {

  /** Orders by one column; missing values are last ascending and first descending. */
  record OrderKey(Cell cell, boolean descending) {}
}
