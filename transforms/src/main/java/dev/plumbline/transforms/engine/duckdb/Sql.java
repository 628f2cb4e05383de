package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.stream.Collectors;

/** Names and files as parts of a DuckDB statement, safe whatever they contain. */
final class Sql {
  private Sql() {}

  /** A column's name. */
  static String name(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }

  /** A text. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** What DuckDB says is wrong, without its picture of the statement. */
  static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** A table of written Parquet files, as a relation. */
  static String parquet(WrittenTable table) {
    return table.files().stream()
        .map(WrittenFile::path)
        .map(Sql::text)
        .collect(Collectors.joining(", ", "read_parquet([", "], hive_partitioning = false)"));
  }
}
