package dev.plumbline.transforms.table;

import dev.plumbline.parity.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells as text files hold them: a text is wholly of the form that the judge takes, or it is
 * refused. Nothing is trimmed, rounded or cut. Messages do not repeat the text.
 */
public final class CellText {
  /**
   * DuckDB's largest day, 5881580-07-10; beyond it lies its infinity. The smallest is its minus.
   */
  public static final int LAST_DAY = Integer.MAX_VALUE - 1;

  /** DuckDB's largest time; beyond it lies its infinity. */
  public static final long LAST_MICROS = Long.MAX_VALUE - 1;

  /** DuckDB's smallest time, the midnight that begins the smallest day of int64 microseconds. */
  public static final long FIRST_MICROS = -9_223_372_022_400_000_000L;

  private static final Pattern DAY = Pattern.compile("(-?[0-9]{4,7})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "(-?[0-9]{4,7}-[0-9]{2}-[0-9]{2})"
              + "(?:[ T]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,6})?)?)"
              + "(Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?");
  private static final long DAY_MICROS = 86_400_000_000L;
  private static final Set<String> NANS = Set.of("NaN", "nan", "Nan", "naN");
  private static final Set<String> INFINITIES = Set.of("Infinity", "infinity", "Inf", "inf");
  private static final String INTEGER = "0123456789+-";
  private static final String NUMBER = INTEGER + ".eE";

  private CellText() {}

  /**
   * Digits, with or without a sign.
   *
   * @throws IllegalArgumentException if it is none, or beyond 64 bits
   */
  public static long int64(String text) {
    try {
      // only these: parseLong takes the digits of every script
      if (consistsOf(text, INTEGER)) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      throw wrong(text, ColumnType.INT64);
    }
    throw wrong(text, ColumnType.INT64);
  }

  /**
   * A decimal number, with or without an exponent, NaN or an infinity.
   *
   * @throws IllegalArgumentException if it is none, or beyond a double
   */
  public static double number(String text) {
    try {
      // only these: parseDouble takes spaces, hexadecimal numbers and letters behind
      if (consistsOf(text, NUMBER)) {
        double value = Double.parseDouble(text);
        if (!Double.isInfinite(value)) {
          return value;
        }
      }
    } catch (NumberFormatException e) {
      throw wrong(text, ColumnType.DOUBLE);
    }
    return special(text);
  }

  /**
   * NaN or an infinity, which JSON has no numbers for.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static double special(String text) {
    boolean signed = text.startsWith("-") || text.startsWith("+");
    String unsigned = signed ? text.substring(1) : text;
    if (NANS.contains(unsigned)) {
      return Double.NaN;
    }
    if (INFINITIES.contains(unsigned)) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    throw wrong(text, ColumnType.DOUBLE);
  }

  /**
   * True or false, as Java, Python and SQL write them.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static boolean truth(String text) {
    return switch (text) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw wrong(text, ColumnType.BOOLEAN);
    };
  }

  /**
   * A day as yyyy-MM-dd, in days since 1970-01-01; years of up to 7 digits, before year 0 with a
   * minus.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static int day(String text) {
    Matcher parts = DAY.matcher(text);
    if (parts.matches()) {
      try {
        long day =
            LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)))
                .toEpochDay();
        if (Math.abs(day) <= LAST_DAY) {
          return (int) day;
        }
      } catch (DateTimeException e) {
        throw wrong(text, ColumnType.DATE);
      }
    }
    throw wrong(text, ColumnType.DATE);
  }

  /**
   * The text of a day, as {@link #day} reads it.
   *
   * @throws IllegalArgumentException if it is beyond {@link #LAST_DAY}, naming the column
   */
  public static String ofDay(int epochDay, String column) {
    if (epochDay > LAST_DAY || epochDay < -LAST_DAY) {
      throw new IllegalArgumentException(
          "Cannot write column '%s': day %d since 1970-01-01 is not within +-%d"
              .formatted(column, epochDay, LAST_DAY));
    }
    String iso = LocalDate.ofEpochDay(epochDay).toString();
    return iso.startsWith("+") ? iso.substring(1) : iso;
  }

  /**
   * An instant as yyyy-MM-ddTHH:mm, or with a space for the T, with seconds and up to 6 digits
   * behind them or without, in microseconds since 1970-01-01. An offset, Z or such as +09, +0900 or
   * +09:00, may follow; without one the time is in UTC. A day alone is its midnight.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static long micros(String text) {
    Matcher parts = TIME.matcher(text);
    if (parts.matches()) {
      try {
        long midnight = Math.multiplyExact((long) day(parts.group(1)), DAY_MICROS);
        long micros = Math.addExact(midnight, ofDay(parts.group(2), parts.group(3)));
        if (isTime(micros)) {
          return micros;
        }
      } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
        throw wrong(text, ColumnType.TIMESTAMP);
      }
    }
    throw wrong(text, ColumnType.TIMESTAMP);
  }

  private static long ofDay(@Nullable String time, @Nullable String offset) {
    if (time == null) {
      return 0;
    }
    long seconds = offset == null ? 0 : ZoneOffset.of(offset).getTotalSeconds();
    return LocalTime.parse(time).toNanoOfDay() / 1_000 - seconds * 1_000_000;
  }

  /**
   * The text of an instant, as {@link #micros} reads it.
   *
   * @throws IllegalArgumentException if it is not within {@link #FIRST_MICROS} and {@link
   *     #LAST_MICROS}, naming the column
   */
  public static String ofMicros(long epochMicros, String column) {
    if (!isTime(epochMicros)) {
      throw new IllegalArgumentException(
          "Cannot write column '%s': %d microseconds since 1970-01-01 are not within %d and %d"
              .formatted(column, epochMicros, FIRST_MICROS, LAST_MICROS));
    }
    int day = (int) Math.floorDiv(epochMicros, DAY_MICROS);
    LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(epochMicros, DAY_MICROS) * 1_000);
    return ofDay(day, column) + "T" + DateTimeFormatter.ISO_LOCAL_TIME.format(time) + "Z";
  }

  /**
   * A decimal number of any size, with or without an exponent.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static BigDecimal decimal(String text) {
    try {
      // only these: BigDecimal takes the digits of every script
      if (consistsOf(text, NUMBER)) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      throw wrong(text, ColumnType.DECIMAL);
    }
    throw wrong(text, ColumnType.DECIMAL);
  }

  private static boolean isTime(long epochMicros) {
    return epochMicros >= FIRST_MICROS && epochMicros <= LAST_MICROS;
  }

  private static boolean consistsOf(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static IllegalArgumentException wrong(String text, ColumnType type) {
    return new IllegalArgumentException(
        "a text of %d characters that is no %s".formatted(text.length(), type.label()));
  }
}
