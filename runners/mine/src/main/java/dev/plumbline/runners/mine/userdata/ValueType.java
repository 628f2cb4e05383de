package dev.plumbline.runners.mine.userdata;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The types that a column of a user's file can have, by InterMine's names. */
public enum ValueType {
  /** 32 bits. */
  INTEGER("Integer", "java.lang.Integer", Integer.BYTES),
  /** 64 bits. */
  LONG("Long", "java.lang.Long", Long.BYTES),
  /** 64 bits, finite. */
  DOUBLE("Double", "java.lang.Double", Double.BYTES),
  /** 32 bits, finite. */
  FLOAT("Float", "java.lang.Float", Float.BYTES),
  /** {@code true} or {@code false}. */
  BOOLEAN("Boolean", "java.lang.Boolean", Integer.BYTES),
  /** A day, {@code yyyy-MM-dd}. */
  DATE("Date", "java.util.Date", Integer.BYTES),
  /** Any text. */
  STRING("String", "java.lang.String", 0),
  /** A decimal number of any size. */
  BIG_DECIMAL("BigDecimal", "java.math.BigDecimal", 0);

  private final String simpleName;
  private final String javaType;
  private final int fixedBytes;

  ValueType(String simpleName, String javaType, int fixedBytes) {
    this.simpleName = simpleName;
    this.javaType = javaType;
    this.fixedBytes = fixedBytes;
  }

  /**
   * The type of that name, such as {@code BigDecimal}.
   *
   * @throws UserDataRefused if there is none
   */
  public static ValueType named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.simpleName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UserDataRefused(
                    "'"
                        + name
                        + "' is not a type; expected one of "
                        + Arrays.stream(values())
                            .map(ValueType::simpleName)
                            .collect(Collectors.joining(", "))));
  }

  /** The name in declarations. */
  public String simpleName() {
    return simpleName;
  }

  /** The name in the model XML. */
  public String javaType() {
    return javaType;
  }

  /** Bytes of one value in memory; 0 where they are kept as texts of any length. */
  int fixedBytes() {
    return fixedBytes;
  }

  /** Whether the text can be read as a value of this type, in any common spelling. */
  boolean holds(String text) {
    return switch (this) {
      case INTEGER -> ValueTexts.isInteger(text, Integer::parseInt);
      case LONG -> ValueTexts.isInteger(text, Long::parseLong);
      case DOUBLE -> ValueTexts.isDecimal(text) && Double.isFinite(Double.parseDouble(text));
      case FLOAT -> ValueTexts.isDecimal(text) && Float.isFinite(Float.parseFloat(text));
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case DATE -> ValueTexts.isDate(text);
      case STRING -> true;
      case BIG_DECIMAL -> ValueTexts.isBigDecimal(text);
    };
  }

  /** A value of fixed size as bits; the text must be one that the type {@link #holds}. */
  long bits(String text) {
    return switch (this) {
      case INTEGER -> Integer.parseInt(text);
      case LONG -> Long.parseLong(text);
      case DOUBLE -> Double.doubleToRawLongBits(Double.parseDouble(text));
      case FLOAT -> Float.floatToRawIntBits(Float.parseFloat(text));
      case BOOLEAN -> Boolean.parseBoolean(text) ? 1 : 0;
      case DATE -> LocalDate.parse(text).toEpochDay();
      case STRING, BIG_DECIMAL -> throw new IllegalStateException(this + " is of no fixed size");
    };
  }

  /** The value of these bits. */
  Object value(long bits) {
    return switch (this) {
      case INTEGER -> (int) bits;
      case LONG -> bits;
      case DOUBLE -> Double.longBitsToDouble(bits);
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case BOOLEAN -> bits != 0;
      case DATE -> LocalDate.ofEpochDay(bits);
      case STRING, BIG_DECIMAL -> throw new IllegalStateException(this + " is of no fixed size");
    };
  }
}
