package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.ColumnValues;
import dev.plumbline.runners.mine.data.Members;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToAttribute;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToLink;
import dev.plumbline.runners.mine.query.plan.QueryPath.ToObject;
import java.util.function.Predicate;

/** Turns constraints into tests of rows. A missing value satisfies {@code IS NULL} alone. */
final class ConstraintTests {

  private final JoinLayout layout;
  private final ObjectTests objects;

  ConstraintTests(JoinLayout layout, ObjectTests objects) {
    this.layout = layout;
    this.objects = objects;
  }

  /**
   * The test that a constraint stands for.
   *
   * @throws QueryRefused if its path or its values are not what its operator takes
   */
  PlacedTest of(Constraint constraint, QueryPath path) {
    if (path instanceof ToAttribute attribute) {
      return onAttribute(constraint, attribute);
    }
    return path instanceof ToLink link ? onLink(constraint, link) : onObject(constraint, path);
  }

  private PlacedTest onAttribute(Constraint constraint, ToAttribute path) {
    Place place = layout.place(path.node());
    ColumnValues cell = place.cell(path.node().table().cell(path.attribute()));
    int slot = place.slot();
    if (constraint.operator().isNullTest()) {
      boolean negative = constraint.operator().negative();
      return new PlacedTest(slot, tuple -> (cell.at(tuple[slot]) == null) != negative);
    }
    Predicate<Object> test = ValueTests.of(constraint, path.javaType());
    return new PlacedTest(
        slot,
        tuple -> {
          Object value = cell.at(tuple[slot]);
          return value != null && test.test(value);
        });
  }

  private PlacedTest onLink(Constraint constraint, ToLink path) {
    Place place = layout.place(path.node());
    Members members = JoinTarget.of(path.node().table(), path.link()).members();
    int slot = place.slot();
    boolean negative = constraint.operator().negative();
    return new PlacedTest(
        slot, tuple -> (members.count(place.row().applyAsLong(tuple[slot])) == 0) != negative);
  }

  private PlacedTest onObject(Constraint constraint, QueryPath path) {
    ToObject object = (ToObject) path;
    return switch (constraint.operator().kind()) {
      case LOOP -> objects.loop(constraint, object);
      case LIST -> objects.inList(constraint, object);
      case LOOKUP -> objects.lookup(constraint, object);
      case CLASSES -> objects.ofClass(constraint, object);
      case RANGES -> objects.located(constraint, object);
      case NULLNESS -> new PlacedTest(0, tuple -> constraint.operator().negative());
      case COMPARISON, VALUES -> throw new IllegalStateException("not checked: " + constraint);
    };
  }
}
