package dev.plumbline.runners.mine.userdata;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types that hold every value of a column seen so far without losing anything of them.
 *
 * <p>A plain text is a number only in the spelling that the number would be written in: {@code
 * 007}, {@code +7}, {@code 1e5} and {@code NaN} are texts, and so are numbers that neither 64 bits
 * nor a double can hold; {@code 1.50} is a number, although its zero is lost.
 */
final class TypeCandidates {

  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
  private static final Pattern NUMBER =
      Pattern.compile("0|-?[1-9][0-9]*|-?(?:0|[1-9][0-9]*)\\.[0-9]+");

  private final Set<ValueType> types =
      EnumSet.of(
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE,
          ValueType.BOOLEAN,
          ValueType.DATE,
          ValueType.STRING);
  private boolean seen;

  /** Drops the types that this value is not of. */
  void see(String text, Spelling spelling) {
    seen = true;
    if (types.size() > 1) {
      types.removeIf(type -> !mayBe(type, text, spelling));
    }
  }

  /** The narrowest type; a column without values is of texts. */
  ValueType narrowest() {
    return seen ? types.iterator().next() : ValueType.STRING;
  }

  private static boolean mayBe(ValueType type, String text, Spelling spelling) {
    return switch (type) {
      case INTEGER, LONG ->
          spelling != Spelling.TEXT && INTEGER.matcher(text).matches() && type.holds(text);
      case DOUBLE -> isDouble(text, spelling);
      case BOOLEAN -> spelling == Spelling.PLAIN && type.holds(text);
      case DATE -> spelling != Spelling.NUMBER && type.holds(text);
      case STRING -> true;
      case FLOAT, BIG_DECIMAL -> false;
    };
  }

  private static boolean isDouble(String text, Spelling spelling) {
    return switch (spelling) {
      case TEXT -> false;
      case NUMBER -> ValueTexts.isLosslessAsDouble(text);
      case PLAIN -> isCanonicalDouble(text);
    };
  }

  private static boolean isCanonicalDouble(String text) {
    if (text.indexOf('E') > 0) {
      return ValueTexts.isDecimal(text) && Double.toString(Double.parseDouble(text)).equals(text);
    }
    return NUMBER.matcher(text).matches() && ValueTexts.isLosslessAsDouble(text);
  }
}
