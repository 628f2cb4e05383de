package dev.plumbline.runners.options;

import java.util.List;

/**
 * A kind of query: {@code simple} asks for attributes of the root class, {@code complex} joins two
 * more classes by OUTER joins; {@code asked} is what the command line says.
 *
 * @param name the kind
 * @param root class of the exported objects
 * @param views paths from the root class, in column order
 * @param joins {@code path:OUTER} or {@code path:INNER}
 */
public record QueryKind(String name, String root, List<String> views, List<String> joins) {
  /** The same query under another name. */
  public QueryKind named(String other) {
    return new QueryKind(other, root, views, joins);
  }

  /** Copies the lists. */
  public QueryKind {
    views = List.copyOf(views);
    joins = List.copyOf(joins);
  }
}
