package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.MineModel.PathUnknown;
import dev.plumbline.runners.mine.query.parse.Operator;
import dev.plumbline.runners.mine.query.parse.Operator.Kind;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.PathQuery.SortKey;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToAttribute;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToObject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one query against the model and the data. */
public final class QueryCompiler {

  private final PathQuery query;
  private final MineModel model;
  private final MineTables tables;
  private final MineLists lists;
  private final Map<String, JoinNode> objects = new HashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  /** Compiles a query for the tables of a mine. */
  public QueryCompiler(PathQuery query, MineModel model, MineTables tables, MineLists lists) {
    this.query = query;
    this.model = model;
    this.tables = tables;
    this.lists = lists;
  }

  /** A constraint and where its path leads. */
  record Held(Constraint constraint, QueryPath path) {}

  /**
   * The plan of the query.
   *
   * @throws QueryRefused if the query is not valid in the model, or the mine lacks the data
   */
  public QueryPlan plan() {
    query.subclasses().forEach(this::checkSubclass);
    PathResolver resolver = resolver();
    List<ToAttribute> views =
        query.view().stream().flatMap(v -> attribute(resolver, v, "view").stream()).toList();
    List<ToAttribute> sorted =
        query.sortOrder().stream().flatMap(key -> sortKey(resolver, key).stream()).toList();
    List<Held> constraints =
        query.constraints().stream().flatMap(c -> constraint(resolver, c).stream()).toList();
    query.outerJoins().forEach(this::checkJoin);
    if (!problems.isEmpty()) {
      throw QueryRefused.invalidQuery(problems);
    }
    JoinLayout layout = new JoinLayout(resolver.root());
    ObjectTests tests = new ObjectTests(model, tables, lists, layout, objects);
    return new QueryPlanner(query, layout, tests).plan(views, sorted, constraints);
  }

  private PathResolver resolver() {
    try {
      return new PathResolver(query, model, tables);
    } catch (PathUnknown e) {
      problems.add(e.getMessage() + " (in view)");
      throw QueryRefused.invalidQuery(problems);
    }
  }

  private void checkSubclass(String path, String type) {
    Map<String, String> others = new HashMap<>(query.subclasses());
    others.remove(path);
    try {
      String declared = model.typeAt(path, others).name();
      model.typeAt(path, query.subclasses());
      if (!model.isA(type, declared)) {
        problems.add("Class " + type + " of path " + path + " is not a subclass of " + declared);
      }
    } catch (PathUnknown e) {
      problems.add(e.getMessage() + " (in subclass constraint)");
    }
  }

  private void checkJoin(String path) {
    try {
      if (startsFromRoot(path, "join")) {
        model.typeAt(path, query.subclasses());
      }
    } catch (PathUnknown e) {
      problems.add(e.getMessage() + " (in join)");
    }
  }

  private Optional<QueryPath> resolve(
      PathResolver resolver, String path, String where, boolean unjoined) {
    if (!startsFromRoot(path, where)) {
      return Optional.empty();
    }
    try {
      return Optional.of(unjoined ? resolver.resolveUnjoined(path) : resolver.resolve(path));
    } catch (PathUnknown e) {
      problems.add(e.getMessage() + " (in " + where + ")");
      return Optional.empty();
    }
  }

  private boolean startsFromRoot(String path, String where) {
    boolean starts = path.equals(query.root()) || path.startsWith(query.root() + ".");
    if (!starts) {
      problems.add("Path " + path + " in " + where + " does not start from " + query.root() + ".");
    }
    return starts;
  }

  private Optional<ToAttribute> attribute(PathResolver resolver, String path, String where) {
    Optional<QueryPath> found = resolve(resolver, path, where, false);
    return found.flatMap(p -> asAttribute(p, where));
  }

  private Optional<ToAttribute> asAttribute(QueryPath path, String where) {
    if (path instanceof ToAttribute attribute) {
      return Optional.of(attribute);
    }
    problems.add("Path " + path.path() + " in " + where + " is not an attribute");
    return Optional.empty();
  }

  private Optional<ToAttribute> sortKey(PathResolver resolver, SortKey key) {
    Optional<ToAttribute> path = attribute(resolver, key.path(), "sort order");
    path.ifPresent(p -> requireInner(p, "sort order"));
    return path;
  }

  private Optional<Held> constraint(PathResolver resolver, Constraint constraint) {
    boolean unjoined = constraint.operator().isNullTest();
    Optional<QueryPath> path = resolve(resolver, constraint.path(), "constraint", unjoined);
    path.ifPresent(p -> requireInner(p, "constraint"));
    return path.flatMap(p -> held(resolver, constraint, p));
  }

  private Optional<Held> held(PathResolver resolver, Constraint constraint, QueryPath path) {
    Kind kind = constraint.operator().kind();
    if (path instanceof ToObject) {
      if (kind == Kind.COMPARISON && isLoop(constraint.operator())) {
        return loop(resolver, asLoop(constraint), path);
      }
      if (kind == Kind.LOOP) {
        return loop(resolver, constraint, path);
      }
      boolean onValues = kind == Kind.COMPARISON || kind == Kind.VALUES;
      return onValues
          ? asAttribute(path, "constraint").map(p -> new Held(constraint, p))
          : Optional.of(new Held(constraint, path));
    }
    if (path instanceof ToAttribute && !onAttributes(kind)) {
      problems.add(
          "Path %s in constraint is an attribute, but %s needs an object"
              .formatted(path.path(), constraint.operator().symbol()));
    }
    return Optional.of(new Held(constraint, path));
  }

  private static boolean onAttributes(Kind kind) {
    return switch (kind) {
      case COMPARISON, VALUES, RANGES, NULLNESS -> true;
      case LIST, LOOKUP, CLASSES, LOOP -> false;
    };
  }

  private static boolean isLoop(Operator operator) {
    return operator == Operator.EQUALS || operator == Operator.NOT_EQUALS;
  }

  private static Constraint asLoop(Constraint written) {
    return new Constraint(
        written.path(), written.operator().loop(), written.values(), written.code(), "");
  }

  private Optional<Held> loop(PathResolver resolver, Constraint constraint, QueryPath path) {
    Optional<QueryPath> other = resolve(resolver, constraint.value(), "constraint", false);
    other.ifPresent(p -> requireInner(p, "constraint"));
    if (other.isPresent() && !(other.get() instanceof ToObject)) {
      problems.add("Path " + constraint.value() + " in constraint is not an object");
    }
    other.ifPresent(p -> objects.put(p.path(), p.node()));
    return Optional.of(new Held(constraint, path));
  }

  private void requireInner(QueryPath path, String where) {
    if (path.outer()) {
      problems.add("Path " + path.path() + " in " + where + " is under an OUTER join");
    }
  }
}
