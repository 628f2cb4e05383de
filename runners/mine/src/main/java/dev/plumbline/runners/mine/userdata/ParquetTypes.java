package dev.plumbline.runners.mine.userdata;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of Parquet columns, by DuckDB's names, in InterMine's terms. */
final class ParquetTypes {

  private ParquetTypes() {}

  /**
   * A column by its name and DuckDB type. An unsigned 64-bit integer is a long, whose values are
   * held against its range when they are read.
   *
   * @throws UserDataRefused if a mine has no type for it
   */
  static SourceColumn column(String name, String duckDbType) {
    String simple = duckDbType.replaceFirst("^DECIMAL\\(\\d+,\\d+\\)$", "DECIMAL");
    ValueType type =
        switch (simple) {
          case "TINYINT", "SMALLINT", "INTEGER", "UTINYINT", "USMALLINT" -> ValueType.INTEGER;
          case "UINTEGER", "BIGINT", "UBIGINT" -> ValueType.LONG;
          case "DOUBLE" -> ValueType.DOUBLE;
          case "FLOAT" -> ValueType.FLOAT;
          case "BOOLEAN" -> ValueType.BOOLEAN;
          case "DATE" -> ValueType.DATE;
          case "VARCHAR" -> ValueType.STRING;
          case "DECIMAL" -> ValueType.BIG_DECIMAL;
          default ->
              throw new UserDataRefused(
                  "column '" + name + "' is of type " + duckDbType + ", which a mine cannot serve");
        };
    return new SourceColumn(name, Optional.of(type));
  }

  static String listed(List<SourceColumn> columns) {
    return columns.stream()
        .map(c -> c.name() + " " + c.type().map(ValueType::simpleName).orElse("?"))
        .collect(Collectors.joining(", "));
  }
}
