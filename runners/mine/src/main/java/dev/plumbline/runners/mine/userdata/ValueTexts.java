package dev.plumbline.runners.mine.userdata;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which texts spell values of which kind. */
final class ValueTexts {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int SHOWN_CHARACTERS = 32;

  /** A double keeps this many digits, whatever they are. */
  private static final int SURELY_LOSSLESS = 15;

  /** The largest double has 309 digits; reading far longer texts as decimals takes very long. */
  private static final int LONGEST_DOUBLE = 400;

  private ValueTexts() {}

  static boolean isInteger(String text, Function<String, Number> parser) {
    return INTEGER.matcher(text).matches() && parses(text, parser);
  }

  static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  static boolean isBigDecimal(String text) {
    return isDecimal(text) && parses(text, BigDecimal::new);
  }

  private static boolean parses(String text, Function<String, Number> parser) {
    try {
      var unused = parser.apply(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static boolean isDate(String text) {
    if (!DATE.matcher(text).matches()) {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Whether a double keeps the number that a decimal text names; zeros at its end do not count. */
  static boolean isLosslessAsDouble(String text) {
    if (text.length() <= SURELY_LOSSLESS && text.indexOf('E') < 0 && text.indexOf('e') < 0) {
      return true;
    }
    if (text.length() > LONGEST_DOUBLE) {
      return false;
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value)
        && parses(text, BigDecimal::new)
        && new BigDecimal(text).compareTo(new BigDecimal(Double.toString(value))) == 0;
  }

  /** What a value looks like without saying what it is: {@code aa9a99999} for a gene. */
  static String shape(String text) {
    StringBuilder shape = new StringBuilder("'");
    text.codePoints()
        .limit(SHOWN_CHARACTERS)
        .map(c -> Character.isLetter(c) ? 'a' : Character.isDigit(c) ? '9' : c)
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .forEach(shape::appendCodePoint);
    boolean cut = text.codePointCount(0, text.length()) > SHOWN_CHARACTERS;
    return shape
        .append(cut ? "...' (" : "' (")
        .append(text.length())
        .append(" characters)")
        .toString();
  }
}
