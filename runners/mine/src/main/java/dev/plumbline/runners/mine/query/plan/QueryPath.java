package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.Link;

/** A path of a query, held against the model and the data. */
sealed interface QueryPath {

  /** The path as written. */
  String path();

  /** The class that must be joined for it. */
  JoinNode node();

  /** Whether an OUTER join lies on the way. */
  default boolean outer() {
    return node().isOuter();
  }

  /** A path to a value; {@code javaType} as the model XML spells it. */
  record ToAttribute(String path, JoinNode node, String attribute, String javaType)
      implements QueryPath {}

  /** A path to an object. */
  record ToObject(String path, JoinNode node) implements QueryPath {}

  /** A path to a reference or collection that is not followed, only asked whether it is empty. */
  record ToLink(String path, JoinNode node, Link link, boolean outerJoin) implements QueryPath {
    @Override
    public boolean outer() {
      return outerJoin || node.isOuter();
    }
  }
}
