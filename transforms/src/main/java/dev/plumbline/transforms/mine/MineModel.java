package dev.plumbline.transforms.mine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mine's data model: its classes with their inheritance, and the types of paths through them.
 * Every class but those that extend {@code java.lang.Object} has an implicit {@code id} of type
 * Integer.
 */
public final class MineModel {
  private static final String ID_TYPE = "java.lang.Integer";

  private final String name;
  private final String digest;
  private final Map<String, ModelClass> classes;

  /**
   * A model.
   *
   * @param digest SHA-256 of its document, in hexadecimal
   */
  MineModel(String name, List<ModelClass> classes, String digest) {
    this.name = name;
    this.digest = digest;
    this.classes =
        classes.stream()
            .collect(Collectors.toMap(ModelClass::name, Function.identity(), (a, b) -> a));
  }

  /** The model's name, such as {@code genomic}; path queries carry it. */
  public String name() {
    return name;
  }

  /** SHA-256 of the document that the mine gave it in, in hexadecimal. */
  public String digest() {
    return digest;
  }

  /**
   * The Java type of the attribute that a view leads to, such as {@code java.lang.String}.
   *
   * @param view a path from a class to an attribute, such as {@code Gene.organism.name}
   * @throws QueryException if a class or field of it is unknown, or it ends in a reference; names
   *     the nearest field
   */
  public String attributeType(String view) {
    List<String> parts = List.of(view.split("\\.", -1));
    String at = rootClass(view, parts.get(0));
    if (parts.size() < 2) {
      throw new QueryException(
          "View '" + view + "' names a class; expected a path to an attribute");
    }
    for (String field : parts.subList(1, parts.size() - 1)) {
      String next = find(at, field, ModelClass::references);
      if (next == null) {
        throw unknown(
            view, at, field, "reference or collection", names(at, ModelClass::references));
      }
      at = next;
    }
    String last = parts.get(parts.size() - 1);
    String type = last.equals("id") && hasId(at) ? ID_TYPE : find(at, last, ModelClass::attributes);
    if (type == null) {
      throw unknown(view, at, last, "attribute", names(at, ModelClass::attributes));
    }
    return type;
  }

  /** Whether objects of the class have the implicit {@code id}. */
  public boolean hasId(String className) {
    return lineage(className).stream().noneMatch(c -> c.parents().contains("Object"));
  }

  private String rootClass(String view, String root) {
    if (!classes.containsKey(root)) {
      throw new QueryException(
          "View '%s' starts at class '%s', which model '%s' does not have; nearest: %s"
              .formatted(view, root, name, Nearest.to(root, classes.keySet())));
    }
    return root;
  }

  private @Nullable String find(
      String className, String field, Function<ModelClass, Map<String, String>> fields) {
    for (ModelClass c : lineage(className)) {
      String found = fields.apply(c).get(field);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Set<String> names(String className, Function<ModelClass, Map<String, String>> fields) {
    Set<String> names = new HashSet<>();
    lineage(className).forEach(c -> names.addAll(fields.apply(c).keySet()));
    return names;
  }

  /** The class and all that it inherits from, nearest first. */
  private List<ModelClass> lineage(String className) {
    Set<ModelClass> seen = new LinkedHashSet<>();
    Deque<String> todo = new ArrayDeque<>(List.of(className));
    while (!todo.isEmpty()) {
      ModelClass next = classes.get(todo.remove());
      if (next != null && seen.add(next)) {
        todo.addAll(next.parents());
      }
    }
    return List.copyOf(seen);
  }

  private QueryException unknown(
      String view, String at, String field, String kind, Set<String> candidates) {
    return new QueryException(
        "View '%s': class '%s' of model '%s' has no %s '%s'; nearest: %s"
            .formatted(view, at, name, kind, field, Nearest.to(field, candidates)));
  }
}
