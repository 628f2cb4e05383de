package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.MineModel.PathUnknown;
import dev.plumbline.runners.mine.PathQuery.Constraint;
import dev.plumbline.runners.mine.PathQuery.SortKey;
import dev.plumbline.runners.mine.QueryPlan.OrderKey;
import dev.plumbline.runners.mine.ResolvedPath.PartialLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds one query against the model and the data. */
final class QueryCompiler {

  private final PathQuery query;
  private final PathResolver resolver;
  private final MineTables tables;
  private final Map<String, ResolvedPath> resolved = new LinkedHashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  private QueryCompiler(PathQuery query, MineModel model, MineTables tables) {
    this.query = query;
    this.tables = tables;
    this.resolver = new PathResolver(model, tables, query.outerJoins());
  }

  /**
   * The plan of a query.
   *
   * @throws QueryRefused if the query is not valid in the model, or the mine lacks the data
   */
  static QueryPlan compile(PathQuery query, MineModel model, MineTables tables) {
    return new QueryCompiler(query, model, tables).plan();
  }

  private QueryPlan plan() {
    query.view().forEach(path -> resolve(path, "view"));
    query.sortOrder().forEach(key -> requireInner(resolve(key.path(), "sort order"), "sort order"));
    query.constraints().forEach(this::resolveConstraint);
    query.outerJoins().forEach(this::resolveJoin);
    if (!problems.isEmpty()) {
      throw QueryRefused.invalidQuery(problems);
    }
    Table root = tables.of(query.root()).orElseThrow();
    IdCandidates candidates = new IdCandidates(root);
    List<RowTest> tests = new ArrayList<>(presenceTests());
    constraintTest(candidates).ifPresent(tests::add);
    return new QueryPlan(root, views(), candidates.rows(), tests, order(root));
  }

  private Optional<ResolvedPath> resolve(String path, String where) {
    Optional<ResolvedPath> found = resolveAny(path, where);
    found
        .filter(p -> !p.attribute())
        .ifPresent(p -> problems.add("Path " + path + " in " + where + " is not an attribute"));
    return found;
  }

  private Optional<ResolvedPath> resolveAny(String path, String where) {
    if (!path.startsWith(query.root() + ".")) {
      problems.add("Path " + path + " in " + where + " does not start from " + query.root() + ".");
      return Optional.empty();
    }
    try {
      ResolvedPath found = resolver.resolve(path);
      resolved.put(path, found);
      return Optional.of(found);
    } catch (PathUnknown e) {
      problems.add(e.getMessage() + " (in " + where + ")");
      return Optional.empty();
    }
  }

  private void resolveConstraint(Constraint constraint) {
    Optional<ResolvedPath> path =
        constraint.operator().isNullTest()
            ? resolveAny(constraint.path(), "constraint")
            : resolve(constraint.path(), "constraint");
    requireInner(path, "constraint");
  }

  private void resolveJoin(String path) {
    resolveAny(path, "join");
    resolved.remove(path);
  }

  private void requireInner(Optional<ResolvedPath> path, String where) {
    path.filter(ResolvedPath::outer)
        .ifPresent(
            p -> problems.add("Path " + p.path() + " in " + where + " is under an OUTER join"));
  }

  private List<ResolvedPath> views() {
    return query.view().stream().map(this::get).toList();
  }

  /** INNER joins leave out the rows that lack what is joined. */
  private List<RowTest> presenceTests() {
    Map<String, RowTest> tests = new LinkedHashMap<>();
    for (ResolvedPath path : resolved.values()) {
      for (PartialLink link : path.partialLinks()) {
        boolean asked = path.attribute() || !link.path().equals(path.path());
        if (asked && !path.outer()) {
          tests.put(link.path(), link.present());
        }
      }
    }
    return List.copyOf(tests.values());
  }

  private Optional<RowTest> constraintTest(IdCandidates candidates) {
    Map<String, RowTest> tests = new LinkedHashMap<>();
    for (Constraint constraint : query.constraints()) {
      if (!query.logic().isEmpty() || !candidates.accept(constraint)) {
        tests.put(code(constraint, tests), ConstraintTests.of(constraint, get(constraint.path())));
      }
    }
    return tests.isEmpty()
        ? Optional.empty()
        : Optional.of(ConstraintLogic.combine(query.logic(), tests));
  }

  /** A constraint without a code gets the first free letter. */
  private String code(Constraint constraint, Map<String, RowTest> taken) {
    String code = constraint.code();
    for (char letter = 'A'; code.isEmpty(); letter++) {
      String free = String.valueOf(letter);
      boolean used = query.constraints().stream().anyMatch(c -> c.code().equals(free));
      code = used || taken.containsKey(free) ? "" : free;
    }
    return code;
  }

  /** The sort keys, then every inner view, then the root's id, as the service orders. */
  private List<OrderKey> order(Table root) {
    String id = root.className() + ".id";
    if (query.sortOrder().isEmpty() || query.sortOrder().get(0).equals(new SortKey(id, false))) {
      return List.of();
    }
    Map<String, OrderKey> keys = new LinkedHashMap<>();
    for (SortKey key : query.sortOrder()) {
      keys.putIfAbsent(key.path(), new OrderKey(get(key.path()).cell(), key.descending()));
    }
    views().stream()
        .filter(view -> !view.outer())
        .forEach(view -> keys.putIfAbsent(view.path(), new OrderKey(view.cell(), false)));
    return upTo(id, keys, root);
  }

  /** Nothing after the root's id can matter. */
  private static List<OrderKey> upTo(String id, Map<String, OrderKey> keys, Table root) {
    keys.putIfAbsent(id, new OrderKey(root.cell("id"), false));
    int place = List.copyOf(keys.keySet()).indexOf(id);
    return List.copyOf(keys.values()).subList(0, place + 1);
  }

  private ResolvedPath get(String path) {
    ResolvedPath found = resolved.get(path);
    if (found == null) {
      throw new IllegalStateException("path not resolved: " + path);
    }
    return found;
  }
}
