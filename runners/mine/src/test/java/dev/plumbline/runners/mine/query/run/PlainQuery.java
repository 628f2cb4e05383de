package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.model.ModelField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Evaluates a query over plain maps by nested loops, from what the protocol says alone: the judge
 * of the engine.
 *
 * @param sort {@code path asc} or {@code path desc}
 * @param test what the joined objects of a row, by path, must satisfy
 */
record PlainQuery(
    MiniMine mine,
    String root,
    List<String> views,
    Set<String> outer,
    List<String> constrained,
    List<String> sort,
    Predicate<Map<String, Map<String, Object>>> test) {

  List<List<Object>> rows() {
    List<Map<String, Map<String, Object>>> tuples = new ArrayList<>();
    for (Map<String, Object> object : mine.all(root)) {
      tuples.addAll(joined(inner(root), Map.of(root, object)));
    }
    tuples.removeIf(test.negate());
    if (!sort.isEmpty()) {
      tuples.sort(order());
    }
    return tuples.stream()
        .flatMap(tuple -> blocks(inner(root), tuple).stream())
        .map(tuple -> views.stream().map(view -> value(view, tuple)).toList())
        .map(row -> (List<Object>) new ArrayList<Object>(row))
        .toList();
  }

  /** Every class that is joined, each before those behind it, branch by branch. */
  private List<String> classes() {
    Map<String, Set<String>> children = new LinkedHashMap<>();
    Stream.of(views, sort.stream().map(key -> key.split(" ", -1)[0]).toList(), constrained)
        .flatMap(List::stream)
        .forEach(
            path -> {
              String at = root;
              for (String part : path.substring(root.length() + 1).split("\\.", -1)) {
                String next = at + "." + part;
                if (!next.equals(path)) {
                  children.computeIfAbsent(at, p -> new LinkedHashSet<>()).add(next);
                }
                at = next;
              }
            });
    List<String> found = new ArrayList<>();
    collect(root, children, found);
    return found;
  }

  private static void collect(String at, Map<String, Set<String>> children, List<String> found) {
    found.add(at);
    children.getOrDefault(at, Set.of()).forEach(child -> collect(child, children, found));
  }

  /** The classes that are joined with {@code top} without an OUTER join between. */
  private List<String> inner(String top) {
    List<String> group = new ArrayList<>(List.of(top));
    for (String path : classes()) {
      boolean inside = !path.equals(top) && !path.equals(root) && group.contains(parent(path));
      if (inside && !outer.contains(path)) {
        group.add(path);
      }
    }
    return group;
  }

  /** All ways to choose an object for each class that has none. */
  private List<Map<String, Map<String, Object>>> joined(
      List<String> group, Map<String, Map<String, Object>> bound) {
    List<Map<String, Map<String, Object>>> ways = new ArrayList<>(List.of(bound));
    for (String path : group) {
      if (!bound.containsKey(path)) {
        ways =
            ways.stream()
                .flatMap(way -> objects(path, way).map(object -> with(way, path, object)))
                .collect(Collectors.toList());
      }
    }
    return ways;
  }

  @SuppressWarnings("unchecked")
  private static Stream<Map<String, Object>> objects(
      String path, Map<String, Map<String, Object>> bound) {
    Map<String, Object> owner = bound.get(parent(path));
    Object there = owner == null ? null : owner.get(field(path));
    if (there instanceof List<?>) {
      return ((List<Map<String, Object>>) there).stream();
    }
    return Stream.ofNullable((Map<String, Object>) there);
  }

  private static Map<String, Map<String, Object>> with(
      Map<String, Map<String, Object>> bound, String path, Map<String, Object> object) {
    Map<String, Map<String, Object>> more = new HashMap<>(bound);
    more.put(path, object);
    return more;
  }

  /** The rows that come of a tuple: one block for each OUTER branch with collections. */
  private List<Map<String, Map<String, Object>>> blocks(
      List<String> group, Map<String, Map<String, Object>> tuple) {
    Map<String, Map<String, Object>> whole = new HashMap<>(tuple);
    List<String> here = new ArrayList<>(group);
    List<String> branches = new ArrayList<>();
    for (String path : classes()) {
      if (outer.contains(path) && here.contains(parent(path))) {
        List<String> hanging = inner(path);
        if (hanging.stream().anyMatch(this::isCollection)) {
          branches.add(path);
        } else {
          joined(hanging, whole).forEach(whole::putAll);
          here.addAll(hanging);
        }
      }
    }
    List<Map<String, Map<String, Object>>> rows =
        branches.stream()
            .flatMap(
                path ->
                    joined(inner(path), whole).stream()
                        .flatMap(way -> blocks(inner(path), way).stream()))
            .toList();
    return rows.isEmpty() ? List.of(whole) : rows;
  }

  private boolean isCollection(String path) {
    String type = root;
    ModelField field = null;
    for (String part : path.substring(root.length() + 1).split("\\.", -1)) {
      field = mine.model().fields(type).get(part);
      type = ((ModelField.Reference) field).type();
    }
    return ((ModelField.Reference) field).collection();
  }

  private Comparator<Map<String, Map<String, Object>>> order() {
    List<Comparator<Map<String, Map<String, Object>>>> keys = new ArrayList<>();
    for (String key : sort) {
      Comparator<Map<String, Map<String, Object>>> next = by(key.split(" ", -1)[0]);
      keys.add(key.endsWith(" desc") ? next.reversed() : next);
    }
    views.stream()
        .filter(view -> inner(root).contains(parent(view)))
        .forEach(view -> keys.add(by(view)));
    inner(root).forEach(path -> keys.add(by(path + ".id")));
    return keys.stream().reduce(Comparator::thenComparing).orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static Comparator<Map<String, Map<String, Object>>> by(String path) {
    Comparator<Object> order =
        Comparator.nullsLast((a, b) -> ((Comparable<Object>) sortable(a)).compareTo(sortable(b)));
    return Comparator.comparing(tuple -> value(path, tuple), order);
  }

  private static Object sortable(Object value) {
    return value instanceof Number number ? (Object) (number.doubleValue() + 0.0) : value;
  }

  static Object value(String path, Map<String, Map<String, Object>> tuple) {
    Map<String, Object> object = tuple.get(parent(path));
    return object == null ? null : object.get(field(path));
  }

  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  private static String field(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
