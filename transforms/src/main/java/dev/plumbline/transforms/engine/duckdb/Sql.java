package dev.plumbline.transforms.engine.duckdb;

/** Texts as parts of a DuckDB statement, safe whatever they contain, and its errors. */
final class Sql {
  private Sql() {}

  /** A text. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** What DuckDB says is wrong, without its picture of the statement. */
  static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
