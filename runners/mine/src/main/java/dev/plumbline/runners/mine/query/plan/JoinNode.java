package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.model.ModelClass;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A class on the paths of a query: its root, or where a reference or collection leads. */
final class JoinNode {

  private final String path;
  private final Optional<JoinNode> parent;
  private final ModelClass type;
  private final JoinTarget target;
  private final boolean outerJoin;
  private final Map<String, JoinNode> children = new LinkedHashMap<>();

  private JoinNode(
      String path,
      Optional<JoinNode> parent,
      ModelClass type,
      JoinTarget target,
      boolean outerJoin) {
    this.path = path;
    this.parent = parent;
    this.type = type;
    this.target = target;
    this.outerJoin = outerJoin;
  }

  static JoinNode root(String path, ModelClass type, Table table) {
    return new JoinNode(path, Optional.empty(), type, JoinTarget.root(table), false);
  }

  /** Joins what a field of this class leads to. */
  JoinNode join(String field, ModelClass type, JoinTarget target, boolean outerJoin) {
    JoinNode child = new JoinNode(path + "." + field, Optional.of(this), type, target, outerJoin);
    children.put(field, child);
    return child;
  }

  String path() {
    return path;
  }

  Optional<JoinNode> parent() {
    return parent;
  }

  /** The class as far as the query knows it. */
  ModelClass type() {
    return type;
  }

  JoinTarget target() {
    return target;
  }

  /** The objects that it leads to. */
  Table table() {
    return target.table();
  }

  /** Whether it is itself joined with style OUTER. */
  boolean outerJoin() {
    return outerJoin;
  }

  /** Whether an OUTER join lies between the root and it. */
  boolean isOuter() {
    return outerJoin || parent.map(JoinNode::isOuter).orElse(false);
  }

  Optional<JoinNode> child(String field) {
    return Optional.ofNullable(children.get(field));
  }

  /** In the order in which they were joined. */
  Collection<JoinNode> children() {
    return Collections.unmodifiableCollection(children.values());
  }
}
