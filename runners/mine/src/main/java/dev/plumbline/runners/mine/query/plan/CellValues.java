package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Values of the model's attribute types: their texts and their order. */
public final class CellValues {

  private CellValues() {}

  /**
   * The value that a constraint's text stands for.
   *
   * @throws QueryRefused if the text is no value of the type
   */
  static Object parse(String text, String javaType) {
    try {
      return switch (javaType) {
        case "java.lang.Integer", "int" -> Integer.valueOf(text.strip());
        case "java.lang.Long", "long" -> Long.valueOf(text.strip());
        case "java.lang.Double", "double" -> Double.valueOf(text);
        case "java.lang.Float", "float" -> Float.valueOf(text);
        case "java.lang.Boolean", "boolean" -> parseBoolean(text);
        case "java.math.BigDecimal" -> new BigDecimal(text.strip());
        case "java.util.Date" -> LocalDate.parse(text.strip());
        default -> text;
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw QueryRefused.invalidQuery(List.of("Value \"" + text + "\" is not of type " + javaType));
    }
  }

  static boolean isText(String javaType) {
    return javaType.equals("java.lang.String") || javaType.endsWith(".ClobAccess");
  }

  static boolean isBoolean(String javaType) {
    return javaType.equals("java.lang.Boolean") || javaType.equals("boolean");
  }

  private static Boolean parseBoolean(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException("neither true nor false");
    };
  }

  /** Orders two values of one type; texts by code point, zeros of both signs alike. */
  public static int compare(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) {
      return compareCodePoints(x, y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return Double.compare(x + 0.0, y + 0.0);
    }
    if (a instanceof Float x && b instanceof Float y) {
      return Float.compare(x + 0.0f, y + 0.0f);
    }
    return compareNaturally(a, b);
  }

  /** Values that compare equal have equal keys. */
  static Object setKey(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    if (value instanceof Float number) {
      return number + 0.0f;
    }
    return value instanceof Double number ? number + 0.0 : value;
  }

  @SuppressWarnings("unchecked")
  private static int compareNaturally(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  /** The same order as that of the texts' UTF-8 bytes. */
  private static int compareCodePoints(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        int bySurrogate = Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
        return bySurrogate != 0 ? bySurrogate : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
