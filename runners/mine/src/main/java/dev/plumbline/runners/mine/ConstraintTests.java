package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.PathQuery.Constraint;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns a constraint into a test of rows. A missing value satisfies {@code IS NULL} alone. */
final class ConstraintTests {

  private ConstraintTests() {}

  static RowTest of(Constraint constraint, ResolvedPath path) {
    Cell cell = path.cell();
    return switch (constraint.operator()) {
      case IS_NULL -> row -> cell.at(row) == null;
      case IS_NOT_NULL -> row -> cell.at(row) != null;
      case ONE_OF -> onValue(cell, oneOf(constraint, path.javaType()));
      default -> onValue(cell, onOneValue(constraint, path.javaType()));
    };
  }

  private static RowTest onValue(Cell cell, Predicate<Object> test) {
    return row -> {
      Object value = cell.at(row);
      return value != null && test.test(value);
    };
  }

  private static Predicate<Object> onOneValue(Constraint constraint, String javaType) {
    String text = constraint.values().get(0);
    Object wanted = CellValues.parse(text, javaType);
    return switch (constraint.operator()) {
      case EQUALS -> equal(wanted);
      case NOT_EQUALS -> equal(wanted).negate();
      case STRICT_EQUALS -> value -> CellValues.compare(value, wanted) == 0;
      case STRICT_NOT_EQUALS -> value -> CellValues.compare(value, wanted) != 0;
      case LESS -> value -> CellValues.compare(value, wanted) < 0;
      case AT_MOST -> value -> CellValues.compare(value, wanted) <= 0;
      case GREATER -> value -> CellValues.compare(value, wanted) > 0;
      case AT_LEAST -> value -> CellValues.compare(value, wanted) >= 0;
      case ONE_OF, IS_NULL, IS_NOT_NULL ->
          throw new IllegalStateException("not a comparison: " + constraint.operator());
    };
  }

  /** Texts ignore case, and {@code *} stands for any text. */
  private static Predicate<Object> equal(Object wanted) {
    if (!(wanted instanceof String text)) {
      return value -> CellValues.compare(value, wanted) == 0;
    }
    if (!text.contains("*")) {
      return value -> text.equalsIgnoreCase((String) value);
    }
    String regex = Pattern.quote(text).replace("*", "\\E.*\\Q");
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    Pattern pattern = Pattern.compile(regex, flags);
    return value -> pattern.matcher((String) value).matches();
  }

  private static Predicate<Object> oneOf(Constraint constraint, String javaType) {
    Set<Object> wanted =
        constraint.values().stream()
            .map(text -> setKey(CellValues.parse(text, javaType)))
            .collect(Collectors.toSet());
    return value -> wanted.contains(setKey(value));
  }

  /** Values that compare equal have equal keys. */
  private static Object setKey(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    if (value instanceof Float number) {
      return number + 0.0f;
    }
    return value instanceof Double number ? number + 0.0 : value;
  }
}
