package dev.plumbline.parity.locate;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a column may differ in and still count as equal, and why. */
public sealed interface Contract {
  /** The column's name. */
  String column();

  /** Why it may differ: a sentence for whoever reads the report. */
  String reason();

  /** The contract as it is written on the command line, without column and reason. */
  String terms();

  /** Whether two cells of the column, which are not equal, are within the contract. */
  boolean allows(@Nullable Object left, @Nullable Object right);

  /** Doubles at most so many representable numbers apart. */
  record Ulps(String column, long ulps, String reason) implements Contract {
    /** Rejects a distance below 1. */
    public Ulps {
      if (ulps < 1) {
        throw new IllegalArgumentException("ulp takes a whole number from 1, found " + ulps);
      }
    }

    @Override
    public String terms() {
      return "ulp:" + ulps;
    }

    @Override
    public boolean allows(@Nullable Object left, @Nullable Object right) {
      return left instanceof Double l
          && right instanceof Double r
          && Double.isFinite(l)
          && Double.isFinite(r)
          && Ulp.distance(l, r) <= ulps;
    }
  }

  /** Numbers that differ by at most so large a part of the greater of them. */
  record Relative(String column, double tolerance, String reason) implements Contract {
    /** Rejects a part that is not between 0 and 1. */
    public Relative {
      if (!(tolerance > 0 && tolerance < 1)) {
        throw new IllegalArgumentException(
            "relative takes a number between 0 and 1, found " + tolerance);
      }
    }

    @Override
    public String terms() {
      return "relative:" + tolerance;
    }

    @Override
    public boolean allows(@Nullable Object left, @Nullable Object right) {
      if (left == null || right == null || isInfinite(left) || isInfinite(right)) {
        return false;
      }
      BigDecimal l = new BigDecimal(left.toString());
      BigDecimal r = new BigDecimal(right.toString());
      BigDecimal allowed = l.abs().max(r.abs()).multiply(BigDecimal.valueOf(tolerance));
      return l.subtract(r).abs().compareTo(allowed) <= 0;
    }

    private static boolean isInfinite(Object cell) {
      return cell instanceof Double number && !Double.isFinite(number);
    }
  }

  /** The same set of values on both sides, in whatever rows they stand and however often. */
  record SameSet(String column, String reason) implements Contract {
    @Override
    public String terms() {
      return "set";
    }

    @Override
    public boolean allows(@Nullable Object left, @Nullable Object right) {
      return true; // the sets were compared before any row was looked at
    }
  }

  /**
   * Reads {@code COLUMN=ulp:N:REASON}, {@code COLUMN=relative:X:REASON} or {@code
   * COLUMN=set:REASON}. A column with {@code =} in its name stands in double quotes, which are
   * doubled in it.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  static Contract parse(String text) {
    int equals = text.indexOf('=', QuotedName.end(text));
    String column = equals < 0 ? "" : QuotedName.plain(text.substring(0, equals));
    String[] terms = text.substring(equals + 1).split(":", 2);
    if (column.isBlank() || terms.length < 2) {
      throw malformed(text);
    }
    if (terms[0].equals("set")) {
      return new SameSet(column, reason(terms[1], text));
    }
    String[] rest = terms[1].split(":", 2);
    if (rest.length < 2) {
      throw malformed(text);
    }
    try {
      return switch (terms[0]) {
        case "ulp" -> new Ulps(column, Long.parseLong(rest[0]), reason(rest[1], text));
        case "relative" -> new Relative(column, Double.parseDouble(rest[0]), reason(rest[1], text));
        default -> throw malformed(text);
      };
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
  }

  /**
   * Holds the contract to a table.
   *
   * @throws IllegalArgumentException if the table has no such column, or one of another type
   */
  default void check(TableSchema schema) {
    Column held = schema.column(schema.position(column()));
    boolean fits =
        switch (held.type()) {
          case DOUBLE -> true;
          case INT64, DECIMAL -> !(this instanceof Ulps);
          case BOOLEAN, DATE, TIMESTAMP, STRING -> this instanceof SameSet;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "A contract %s does not fit column '%s' of type %s"
              .formatted(terms(), column(), held.type().label()));
    }
  }

  private static String reason(String reason, String text) {
    if (reason.isBlank()) {
      throw malformed(text);
    }
    return reason.strip();
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "found '%s', expected COLUMN=ulp:N:REASON, COLUMN=relative:X:REASON or COLUMN=set:REASON"
            .formatted(text));
  }
}
