package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Turns constraints on attributes into tests of values. */
final class ValueTests {

  private ValueTests() {}

  /**
   * The test of a value that is there.
   *
   * @throws QueryRefused if the operator or its values do not fit the type
   */
  static Predicate<Object> of(Constraint constraint, String javaType) {
    Predicate<Object> test = positive(constraint, javaType);
    return constraint.operator().negative() ? test.negate() : test;
  }

  private static Predicate<Object> positive(Constraint constraint, String javaType) {
    return switch (constraint.operator().kind()) {
      case COMPARISON -> comparison(constraint, javaType);
      case VALUES -> oneOf(constraint.values(), javaType);
      case RANGES -> inOneOf(constraint, javaType);
      case LIST, LOOKUP, CLASSES, LOOP, NULLNESS -> throw notAboutValues(constraint);
    };
  }

  private static IllegalStateException notAboutValues(Constraint constraint) {
    return new IllegalStateException("not a test of values: " + constraint);
  }

  private static Predicate<Object> comparison(Constraint constraint, String javaType) {
    String value = constraint.value();
    return switch (constraint.operator()) {
      case EQUALS, NOT_EQUALS -> equal(value, javaType);
      case STRICT_EQUALS, STRICT_NOT_EQUALS -> compared(value, javaType, order -> order == 0);
      case LESS -> ordered(constraint, javaType, order -> order < 0);
      case AT_MOST -> ordered(constraint, javaType, order -> order <= 0);
      case GREATER -> ordered(constraint, javaType, order -> order > 0);
      case AT_LEAST -> ordered(constraint, javaType, order -> order >= 0);
      case LIKE, NOT_LIKE -> like(constraint, javaType, TextPattern.withStars(value));
      case CONTAINS, DOES_NOT_CONTAIN -> like(constraint, javaType, TextPattern.around(value));
      case ONE_OF, NONE_OF, WITHIN, OUTSIDE, OVERLAPS, DOES_NOT_OVERLAP, IN, NOT_IN ->
          throw notAboutValues(constraint);
      case LOOKUP, ISA, ISNT, IS_NULL, IS_NOT_NULL, SAME_AS, OTHER_THAN ->
          throw notAboutValues(constraint);
    };
  }

  /** Texts ignore case, and {@code *} stands for any text. */
  private static Predicate<Object> equal(String value, String javaType) {
    if (!CellValues.isText(javaType)) {
      return compared(value, javaType, order -> order == 0);
    }
    TextPattern pattern = TextPattern.withStars(value);
    return text -> pattern.matches((String) text);
  }

  private static Predicate<Object> like(
      Constraint constraint, String javaType, TextPattern pattern) {
    if (!CellValues.isText(javaType)) {
      throw unfit(constraint, javaType);
    }
    return text -> pattern.matches((String) text);
  }

  private static Predicate<Object> ordered(
      Constraint constraint, String javaType, IntPredicate wanted) {
    if (CellValues.isBoolean(javaType)) {
      throw unfit(constraint, javaType);
    }
    return compared(constraint.value(), javaType, wanted);
  }

  private static Predicate<Object> compared(String text, String javaType, IntPredicate wanted) {
    Object bound = CellValues.parse(text, javaType);
    return value -> wanted.test(CellValues.compare(value, bound));
  }

  private static Predicate<Object> oneOf(List<String> texts, String javaType) {
    Set<Object> wanted =
        texts.stream()
            .map(text -> CellValues.setKey(CellValues.parse(text, javaType)))
            .collect(Collectors.toSet());
    return value -> wanted.contains(CellValues.setKey(value));
  }

  private static Predicate<Object> inOneOf(Constraint constraint, String javaType) {
    if (CellValues.isText(javaType) || CellValues.isBoolean(javaType)) {
      throw unfit(constraint, javaType);
    }
    return constraint.values().stream()
        .map(range -> within(range, javaType))
        .reduce(value -> false, Predicate::or);
  }

  /** {@code 1 .. 10} with both ends, or one value. */
  private static Predicate<Object> within(String range, String javaType) {
    String[] ends = range.strip().split("\\s*\\.\\.\\s*", 2);
    Predicate<Object> least = compared(ends[0], javaType, order -> order >= 0);
    return least.and(compared(ends[ends.length - 1], javaType, order -> order <= 0));
  }

  private static QueryRefused unfit(Constraint constraint, String javaType) {
    return QueryRefused.invalidQuery(
        List.of(
            "Operator %s does not apply to %s, which is of type %s"
                .formatted(constraint.operator().symbol(), constraint.path(), javaType)));
  }
}
