package dev.plumbline.runners.mine.format;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One nested object per root object: what {@code format=jsonobjects} is. Rows of one root that
 * follow one another become one object. Where a path leads to no object, nothing is written; an
 * attribute that an object lacks is null.
 */
public final class JsonObjectRows extends JsonItems {

  private final Step root;
  private final List<Column> columns;
  private final Map<String, @Nullable Object> current = new HashMap<>();
  private @Nullable Object currentId;

  /**
   * The way from one object to the next.
   *
   * @param name the reference or collection, the class for the root
   * @param collection whether it leads to many
   * @param className class of the objects that it leads to
   * @param idCell which cell of a row is their id
   */
  public record Step(String name, boolean collection, String className, int idCell) {}

  /**
   * A column of the view.
   *
   * @param cell which cell of a row it is
   * @param steps the way from the root to the object
   * @param attribute the object's attribute
   */
  public record Column(int cell, List<Step> steps, String attribute) {
    public Column {
      steps = List.copyOf(steps);
    }
  }

  /** The objects of a collection by their ids, in the order of the rows. */
  private record Elements(Map<Object, Map<String, @Nullable Object>> byId) {}

  /** {@code root} tells the root's class and where its id is. */
  public JsonObjectRows(String header, Step root, List<Column> columns) {
    super(header);
    this.root = root;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    Object id = cells[root.idCell()];
    if (currentId != null && !currentId.equals(id)) {
      flush(out);
    }
    currentId = id;
    identify(current, root, id);
    columns.forEach(column -> place(column, cells));
  }

  @Override
  public void end(ByteSink out) {
    if (currentId != null) {
      flush(out);
    }
    super.end(out);
  }

  private void flush(ByteSink out) {
    separate(out);
    if (isWritable(current)) {
      write(current, out);
    } else {
      out.putAscii("null");
    }
    current.clear();
  }

  private void place(Column column, @Nullable Object[] cells) {
    Map<String, @Nullable Object> node = current;
    for (Step step : column.steps()) {
      Object id = cells[step.idCell()];
      if (id == null) {
        return;
      }
      node = step.collection() ? element(node, step, id) : referenced(node, step);
      identify(node, step, id);
    }
    if (!column.attribute().equals("id")) {
      node.put(column.attribute(), cells[column.cell()]);
    }
  }

  private static void identify(Map<String, @Nullable Object> node, Step step, @Nullable Object id) {
    node.put("class", step.className());
    node.put("objectId", id);
  }

  @SuppressWarnings("unchecked") // a reference's value is always a node
  private static Map<String, @Nullable Object> referenced(
      Map<String, @Nullable Object> node, Step step) {
    Object known = node.get(step.name());
    if (known == null) {
      known = new HashMap<String, @Nullable Object>();
      node.put(step.name(), known);
    }
    return (Map<String, @Nullable Object>) known;
  }

  private static Map<String, @Nullable Object> element(
      Map<String, @Nullable Object> node, Step step, Object id) {
    Elements elements;
    if (node.get(step.name()) instanceof Elements known) {
      elements = known;
    } else {
      elements = new Elements(new LinkedHashMap<>());
      node.put(step.name(), elements);
    }
    return elements.byId().computeIfAbsent(id, i -> new HashMap<>());
  }

  private static boolean isWritable(@Nullable Object value) {
    if (value instanceof Map<?, ?> node) {
      return node.values().stream().allMatch(JsonObjectRows::isWritable);
    }
    if (value instanceof Elements elements) {
      return elements.byId().values().stream().allMatch(JsonObjectRows::isWritable);
    }
    return JsonCells.isWritable(value);
  }

  private static void write(@Nullable Object value, ByteSink out) {
    if (value instanceof Map<?, ?> node) {
      writeNode(node, out);
    } else if (value instanceof Elements elements) {
      writeElements(elements, out);
    } else {
      JsonCells.write(value, out);
    }
  }

  private static void writeNode(Map<?, ?> node, ByteSink out) {
    char before = '{';
    for (Map.Entry<?, ?> field : node.entrySet()) {
      out.put(before);
      JsonText.write(String.valueOf(field.getKey()), out);
      out.put(':');
      write(field.getValue(), out);
      before = ',';
    }
    out.put('}');
  }

  private static void writeElements(Elements elements, ByteSink out) {
    char before = '[';
    for (Map<String, @Nullable Object> element : elements.byId().values()) {
      out.put(before);
      write(element, out);
      before = ',';
    }
    out.put(']');
  }
}
