package dev.plumbline.runners.mine.query.parse;

import java.util.List;
import java.util.Map;
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
 * @param subclasses narrower classes by the paths that lead to them
 */
public record PathQuery(
    List<String> view,
    List<SortKey> sortOrder,
    List<Constraint> constraints,
    String logic,
    Set<String> outerJoins,
    Map<String, String> subclasses) {

  public PathQuery {
    view = List.copyOf(view);
    sortOrder = List.copyOf(sortOrder);
    constraints = List.copyOf(constraints);
    outerJoins = Set.copyOf(outerJoins);
    subclasses = Map.copyOf(subclasses);
  }

  /** The class that all views start from. */
  public String root() {
    return view.get(0).split("\\.", -1)[0];
  }

  /** The same query for other columns in another order. */
  public PathQuery withView(List<String> otherView, List<SortKey> otherOrder) {
    return new PathQuery(otherView, otherOrder, constraints, logic, outerJoins, subclasses);
  }

  public record SortKey(String path, boolean descending) {}

  /**
   * A condition on one path.
   *
   * @param values what the operator is held against; empty for the null operators
   * @param code empty for a constraint without one
   * @param extraValue an organism that narrows LOOKUP, else empty
   */
  public record Constraint(
      String path, Operator operator, List<String> values, String code, String extraValue) {
    public Constraint {
      values = List.copyOf(values);
    }

    /** The only value of an operator that takes one. */
    public String value() {
      return values.get(0);
    }
  }
}
