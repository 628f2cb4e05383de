package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.MineTables;
import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;

/** Turns constraints on objects into tests of rows. */
final class ObjectTests {

  private final MineModel model;
  private final MineTables tables;
  private final MineLists lists;
  private final JoinLayout layout;
  private final Map<String, JoinNode> nodes;

  /**
   * Tests for one query.
   *
   * @param nodes the joined classes by path
   */
  ObjectTests(
      MineModel model,
      MineTables tables,
      MineLists lists,
      JoinLayout layout,
      Map<String, JoinNode> nodes) {
    this.model = model;
    this.tables = tables;
    this.lists = lists;
    this.layout = layout;
    this.nodes = nodes;
  }

  /** The same object, or another. */
  PlacedTest loop(Constraint constraint, ToObject path) {
    JoinNode other = nodes.get(constraint.value());
    if (other == null) {
      throw new IllegalStateException("path not joined: " + constraint.value());
    }
    Place here = layout.place(path.node());
    Place there = layout.place(other);
    long shift = (long) path.node().table().firstId() - other.table().firstId();
    boolean negative = constraint.operator().negative();
    return new PlacedTest(
        Math.max(here.slot(), there.slot()),
        tuple -> {
          long row = here.row().applyAsLong(tuple[here.slot()]);
          long otherRow = there.row().applyAsLong(tuple[there.slot()]);
          return (row + shift == otherRow) != negative;
        });
  }

  /**
   * The list that a constraint names.
   *
   * @throws QueryRefused if there is no such list, or it holds other objects
   */
  MineList list(Constraint constraint, JoinNode node) {
    String name = constraint.value();
    MineList list =
        lists.named(name).orElseThrow(() -> refused("List \"" + name + "\" does not exist"));
    String type = node.type().name();
    if (!model.isA(list.className(), type) && !model.isA(type, list.className())) {
      throw refused(
          "List \"%s\" holds objects of class %s, but %s is of class %s"
              .formatted(name, list.className(), constraint.path(), type));
    }
    return list;
  }

  PlacedTest inList(Constraint constraint, ToObject path) {
    Set<Integer> ids = new HashSet<>(list(constraint, path.node()).ids());
    int firstId = path.node().table().firstId();
    return test(constraint, path, row -> ids.contains((int) (firstId + row)));
  }

  PlacedTest lookup(Constraint constraint, ToObject path) {
    LongPredicate test =
        Lookup.of(path.node().table(), tables, constraint.value(), constraint.extraValue());
    return test(constraint, path, test);
  }

  /** Whether the objects are of one of some classes. */
  PlacedTest ofClass(Constraint constraint, ToObject path) {
    LongPredicate[] anyOf =
        constraint.values().stream()
            .map(name -> isInstance(name, path.node().table()))
            .toArray(LongPredicate[]::new);
    return test(constraint, path, row -> Arrays.stream(anyOf).anyMatch(one -> one.test(row)));
  }

  private LongPredicate isInstance(String className, Table table) {
    if (!model.classes().containsKey(className)) {
      throw refused("There is no class " + className + " in the model");
    }
    if (model.isA(table.className(), className)) {
      return row -> true;
    }
    List<Table> parts =
        tables.all().stream()
            .filter(part -> model.isA(part.className(), className))
            .filter(part -> model.isA(part.className(), table.className()))
            .toList();
    return row -> parts.stream().anyMatch(part -> holds(part, table.firstId() + row));
  }

  private static boolean holds(Table table, long id) {
    return id >= table.firstId() && id < table.firstId() + table.rows();
  }

  PlacedTest located(Constraint constraint, ToObject path) {
    LongPredicate test = GenomeRanges.of(constraint, path.node().table(), tables);
    LongPredicate known = GenomeRanges.known(path.node().table());
    PlacedTest within = test(constraint, path, test);
    Place place = layout.place(path.node());
    return PlacedTest.all(List.of(within, onRow(place, known)));
  }

  private PlacedTest test(Constraint constraint, ToObject path, LongPredicate test) {
    LongPredicate wanted = constraint.operator().negative() ? test.negate() : test;
    return onRow(layout.place(path.node()), wanted);
  }

  private static PlacedTest onRow(Place place, LongPredicate test) {
    int slot = place.slot();
    return new PlacedTest(slot, tuple -> test.test(place.row().applyAsLong(tuple[slot])));
  }

  private static QueryRefused refused(String problem) {
    return QueryRefused.invalidQuery(List.of(problem));
  }
}
