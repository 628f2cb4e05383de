package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.query.parse.Operator;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.PathQuery.SortKey;
import dev.plumbline.runners.mine.query.plan.QueryCompiler.Held;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToAttribute;
import dev.plumbline.runners.mine.query.plan.QueryPlan.OrderKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plans a query whose paths are known to be sound. */
final class QueryPlanner {

  private final PathQuery query;
  private final JoinLayout layout;
  private final ObjectTests objects;
  private final IdCandidates candidates;

  QueryPlanner(PathQuery query, JoinLayout layout, ObjectTests objects) {
    this.query = query;
    this.layout = layout;
    this.objects = objects;
    this.candidates = new IdCandidates(layout.slots().get(0).table(), idOf(query.root()));
  }

  private static String idOf(String path) {
    return path + ".id";
  }

  QueryPlan plan(List<ToAttribute> views, List<ToAttribute> sorted, List<Held> constraints) {
    addTests(constraints);
    return new QueryPlan(
        layout.slots().size(),
        views.stream().map(this::column).toList(),
        candidates.rows(),
        layout.group(),
        layout.tests(),
        order(views, sorted));
  }

  private ResolvedPath column(ToAttribute path) {
    Place place = layout.place(path.node());
    ColumnValues cell = place.cell(path.node().table().cell(path.attribute()));
    return new ResolvedPath(path.path(), path.javaType(), place.slot(), cell);
  }

  private void addTests(List<Held> constraints) {
    Map<String, Held> byCode = new LinkedHashMap<>();
    constraints.forEach(held -> byCode.put(code(held.constraint(), byCode), held));
    for (ConstraintLogic.Term term : ConstraintLogic.conjuncts(query.logic(), byCode.keySet())) {
      boolean looked = term instanceof ConstraintLogic.Term.Code one && accepted(held(one, byCode));
      if (!looked) {
        PlacedTest test = test(term, byCode);
        layout.tests().add(test.lastSlot(), test.test());
      }
    }
  }

  /** A constraint without a code gets the first free letter. */
  private String code(Constraint constraint, Map<String, Held> taken) {
    String code = constraint.code();
    for (char letter = 'A'; code.isEmpty(); letter++) {
      String free = String.valueOf(letter);
      boolean used = query.constraints().stream().anyMatch(c -> c.code().equals(free));
      code = used || taken.containsKey(free) ? "" : free;
    }
    return code;
  }

  private static Held held(ConstraintLogic.Term.Code term, Map<String, Held> byCode) {
    return Objects.requireNonNull(byCode.get(term.code()));
  }

  /** Whether an index look-up answers a constraint. */
  private boolean accepted(Held held) {
    Constraint constraint = held.constraint();
    if (constraint.operator() == Operator.IN && constraint.path().equals(query.root())) {
      return candidates.accept(objects.list(constraint, held.path().node()).ids());
    }
    return candidates.accept(constraint);
  }

  private PlacedTest test(ConstraintLogic.Term term, Map<String, Held> byCode) {
    if (term instanceof ConstraintLogic.Term.All all) {
      return PlacedTest.all(all.terms().stream().map(t -> test(t, byCode)).toList());
    }
    if (term instanceof ConstraintLogic.Term.Any any) {
      return PlacedTest.any(any.terms().stream().map(t -> test(t, byCode)).toList());
    }
    Held held = held((ConstraintLogic.Term.Code) term, byCode);
    return new ConstraintTests(layout, objects).of(held.constraint(), held.path());
  }

  /**
   * The sort keys, then every inner view, then the ids of the root and of the inner collections, as
   * the service orders; empty if the rows come in that order anyway.
   */
  private List<OrderKey> order(List<ToAttribute> views, List<ToAttribute> sorted) {
    String id = idOf(query.root());
    boolean collections = !layout.group().steps().isEmpty();
    boolean byId = !sorted.isEmpty() && query.sortOrder().get(0).equals(new SortKey(id, false));
    if (sorted.isEmpty() || (byId && !collections)) {
      return List.of();
    }
    Map<String, OrderKey> keys = new LinkedHashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      keys.putIfAbsent(sorted.get(i).path(), key(sorted.get(i), query.sortOrder().get(i)));
    }
    views.stream()
        .filter(view -> !view.outer())
        .forEach(view -> keys.putIfAbsent(view.path(), key(view, new SortKey(view.path(), false))));
    addIds(keys);
    return withoutVainKeys(id, keys);
  }

  private OrderKey key(ToAttribute path, SortKey key) {
    ResolvedPath column = column(path);
    return new OrderKey(column.slot(), column.cell(), key.descending());
  }

  private void addIds(Map<String, OrderKey> keys) {
    keys.putIfAbsent(idOf(query.root()), ofSlot(0));
    for (JoinStep step : layout.group().steps()) {
      keys.putIfAbsent(idOf(layout.slots().get(step.slot()).path()), ofSlot(step.slot()));
    }
  }

  private OrderKey ofSlot(int slot) {
    return new OrderKey(slot, layout.slots().get(slot).table().cell("id"), false);
  }

  /** After the root's id, nothing that depends on the root alone can matter. */
  private static List<OrderKey> withoutVainKeys(String id, Map<String, OrderKey> keys) {
    List<OrderKey> all = new ArrayList<>(keys.values());
    int place = List.copyOf(keys.keySet()).indexOf(id);
    List<OrderKey> needed = new ArrayList<>(all.subList(0, place + 1));
    all.subList(place + 1, all.size()).stream().filter(key -> key.slot() > 0).forEach(needed::add);
    return needed;
  }
}
