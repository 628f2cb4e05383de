package dev.plumbline.parity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
  /** An instant, in microseconds since 1970-01-01T00:00:00 UTC. */
  TIMESTAMP,
  /** A decimal number of any precision and scale, by value: 1.10 equals 1.1. */
  DECIMAL,
  /** Text, as its UTF-8 bytes; the empty string is a value, and is not null. */
  STRING;

  /** The type's name in reports and schemas, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of this label, or none if there is no such type. */
  public static Optional<ColumnType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }
}
