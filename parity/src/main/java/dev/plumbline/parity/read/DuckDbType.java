package dev.plumbline.parity.read;

import dev.plumbline.parity.ColumnType;
import java.util.Set;

/** DuckDB's types as canonical ones, and how each is asked for. */
final class DuckDbType {
  private static final Set<String> INTEGERS =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");
  private static final Set<String> WIDE_INTEGERS = Set.of("UBIGINT", "HUGEINT", "UHUGEINT");
  private static final Set<String> TIMESTAMPS =
      Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ");

  private DuckDbType() {}

  static ColumnType canonical(String column, String duckDbType) {
    if (INTEGERS.contains(duckDbType) || WIDE_INTEGERS.contains(duckDbType)) {
      return ColumnType.INT64;
    } else if (TIMESTAMPS.contains(duckDbType) || duckDbType.equals("TIMESTAMP_NS")) {
      return ColumnType.TIMESTAMP;
    } else if (duckDbType.matches("DECIMAL\\(\\d+,\\d+\\)")) {
      return ColumnType.DECIMAL;
    } else if (duckDbType.matches("ENUM(\\(.*\\))?")) {
      return ColumnType.STRING;
    }
    return switch (duckDbType) {
      case "FLOAT", "DOUBLE" -> ColumnType.DOUBLE;
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "DATE" -> ColumnType.DATE;
      case "VARCHAR", "JSON" -> ColumnType.STRING;
      default -> throw ParityReadException.type(column, duckDbType);
    };
  }

  /**
   * The value {@code x} of a column as BIGINT (dates as days, timestamps as microseconds), DOUBLE,
   * BOOLEAN or VARCHAR; what does not fit is an error that names the column and not the value.
   */
  static String expression(String x, String column, String duckDbType) {
    if (WIDE_INTEGERS.contains(duckDbType)) {
      return checked(
          x
              + " <> TRY_CAST("
              + x
              + " AS BIGINT) OR TRY_CAST("
              + x
              + " AS BIGINT) IS NULL AND "
              + x
              + " IS NOT NULL",
          column,
          "a number beyond int64",
          "TRY_CAST(" + x + " AS BIGINT)");
    } else if (duckDbType.equals("TIMESTAMP_NS")) {
      return checked(
          "epoch_ns(" + x + ") % 1000 <> 0",
          column,
          "a time finer than a microsecond",
          "epoch_us(" + x + ")");
    }
    return switch (canonical(column, duckDbType)) {
      case INT64 -> "CAST(" + x + " AS BIGINT)";
      case DOUBLE -> "CAST(" + x + " AS DOUBLE)";
      case BOOLEAN -> x;
      case DATE ->
          checked(
              "NOT isfinite(" + x + ")",
              column,
              "an infinite date",
              "CAST(date_diff('day', DATE '1970-01-01', " + x + ") AS BIGINT)");
      case TIMESTAMP ->
          checked("NOT isfinite(" + x + ")", column, "an infinite time", "epoch_us(" + x + ")");
      case DECIMAL, STRING -> "CAST(" + x + " AS VARCHAR)";
    };
  }

  private static String checked(String wrong, String column, String what, String value) {
    String message = DuckDbSql.text("column '" + column + "' holds " + what);
    return "CASE WHEN " + wrong + " THEN error(" + message + ") ELSE " + value + " END";
  }
}
