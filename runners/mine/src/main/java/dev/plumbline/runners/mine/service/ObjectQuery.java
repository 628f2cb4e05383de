package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.JsonCellRows;
import dev.plumbline.runners.mine.format.JsonObjectRows;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.MineModel.PathUnknown;
import dev.plumbline.runners.mine.model.ModelClass;
import dev.plumbline.runners.mine.model.ModelField;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.PathQuery.SortKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A query whose rows also tell which objects their cells belong to: after its own columns come the
 * ids of all objects on the way to them.
 */
final class ObjectQuery {

  private final PathQuery asked;
  private final MineModel model;
  private final List<String> columns;

  private ObjectQuery(PathQuery asked, MineModel model) {
    this.asked = asked;
    this.model = model;
    Set<String> ids = new LinkedHashSet<>();
    asked.view().forEach(path -> classPrefixes(path).forEach(prefix -> ids.add(prefix + ".id")));
    this.columns = new ArrayList<>(asked.view());
    ids.stream().filter(id -> !asked.view().contains(id)).forEach(columns::add);
  }

  /** For rows of cells: the query's own columns in its own order. */
  static ObjectQuery ofCells(PathQuery query, MineModel model) {
    return new ObjectQuery(query, model);
  }

  /**
   * For nested objects, as the service changes a query for them: short paths first, an id where a
   * class on the way has no column, and all in the order of the root's ids.
   */
  static ObjectQuery ofObjects(PathQuery query, MineModel model) {
    String rootId = query.root() + ".id";
    Set<String> view = new LinkedHashSet<>();
    view.add(rootId);
    Set<String> present = new HashSet<>();
    query.view().stream()
        .sorted(Comparator.comparingInt((String path) -> path.split("\\.", -1).length))
        .forEach(path -> addWithIds(path, present, view));
    List<SortKey> byId = List.of(new SortKey(rootId, false));
    return new ObjectQuery(query.withView(List.copyOf(view), byId), model);
  }

  private static void addWithIds(String path, Set<String> present, Set<String> view) {
    present.add(prefix(path));
    for (String onTheWay : classPrefixes(path)) {
      if (present.add(onTheWay)) {
        view.add(onTheWay + ".id");
      }
    }
    view.add(path);
  }

  /** The query as its header shows it. */
  PathQuery shown() {
    return asked;
  }

  /** The query as it is evaluated. */
  PathQuery evaluated() {
    return asked.withView(columns, asked.sortOrder());
  }

  /** The columns of the view as cells. */
  List<JsonCellRows.Column> cells() {
    return asked.view().stream()
        .map(p -> new JsonCellRows.Column(p, type(prefix(p)).name(), idCell(prefix(p))))
        .toList();
  }

  /** The class that all starts from. */
  JsonObjectRows.Step root() {
    String name = asked.root();
    return new JsonObjectRows.Step(name, false, type(name).name(), idCell(name));
  }

  /** The columns of the view as attributes of nested objects. */
  List<JsonObjectRows.Column> objects() {
    return asked.view().stream()
        .map(p -> new JsonObjectRows.Column(columns.indexOf(p), steps(p), last(p)))
        .toList();
  }

  private List<JsonObjectRows.Step> steps(String path) {
    return classPrefixes(path).stream().skip(1).map(this::step).toList();
  }

  private JsonObjectRows.Step step(String path) {
    String name = last(path);
    boolean collection =
        model.field(type(prefix(path)), name).orElseThrow() instanceof ModelField.Reference link
            && link.collection();
    return new JsonObjectRows.Step(name, collection, type(path).name(), idCell(path));
  }

  private int idCell(String prefix) {
    return columns.indexOf(prefix + ".id");
  }

  /** The class of the objects at a path, as narrow as the query makes it. */
  private ModelClass type(String path) {
    try {
      return model.typeAt(path, asked.subclasses());
    } catch (PathUnknown e) {
      throw new IllegalStateException("a path of an evaluated query: " + path, e);
    }
  }

  /** {@code Gene} and {@code Gene.organism} of {@code Gene.organism.name}. */
  private static List<String> classPrefixes(String path) {
    List<String> prefixes = new ArrayList<>();
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      prefixes.add(path.substring(0, dot));
    }
    return prefixes;
  }

  private static String prefix(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
