package dev.plumbline.runners.mine;

import java.util.List;
import java.util.Set;

/**
 * A query as it was written, parsed but not yet held against the model. Equal queries have equal
 * results.
 *
 * @param view at least one path, in order, with duplicates
 * @param sortOrder may be empty
 * @param constraints may be empty
 * @param logic constraint logic as written, empty for all of them
 * @param outerJoins paths joined with style OUTER
 */
record PathQuery(
    List<String> view,
    List<SortKey> sortOrder,
    List<Constraint> constraints,
    String logic,
    Set<String> outerJoins) {

  PathQuery {
    view = List.copyOf(view);
    sortOrder = List.copyOf(sortOrder);
    constraints = List.copyOf(constraints);
    outerJoins = Set.copyOf(outerJoins);
  }

  /** The class that all views start from. */
  String root() {
    return view.get(0).split("\\.", -1)[0];
  }

  /** The same query for other columns in another order. */
  PathQuery withView(List<String> otherView, List<SortKey> otherOrder) {
    return new PathQuery(otherView, otherOrder, constraints, logic, outerJoins);
  }

  record SortKey(String path, boolean descending) {}

  /** {@code values} is empty for the null operators; {@code code} for a constraint without one. */
  record Constraint(String path, Operator operator, List<String> values, String code) {
    Constraint {
      values = List.copyOf(values);
    }
  }
}
