package dev.plumbline.parity;

/**
 * The canonical types of a cell. Every source's own types widen to one of these before they are
 * judged.
 */
public enum ColumnType {
  /** A signed integer of any width, as 64 bits. */
  INT64,
  /** A floating-point number of any width, as 64 bits; -0.0 equals 0.0 and every NaN equals NaN. */
  DOUBLE,
  /** True or false. */
  BOOLEAN,
  /** A day of the proleptic Gregorian calendar, counted from 1970-01-01. */
  DATE,
  /** Text, as its UTF-8 bytes; the empty string is a value, and is not null. */
  STRING;

  /** The type's name in reports and schemas, in lower case. */
  public String label() {
    return switch (this) {
      case INT64 -> "int64";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case STRING -> "string";
    };
  }
}
