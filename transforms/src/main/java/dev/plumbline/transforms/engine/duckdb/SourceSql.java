package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of Parquet files as a relation. Its columns go by their places: DuckDB takes names that
 * differ only in case for the same.
 *
 * @param from what a {@code FROM} clause names
 * @param places where each column stands
 */
record SourceSql(String from, Map<String, Integer> places) {
  /**
   * Of these files.
   *
   * @param doing what they are wanted for, for errors
   * @param wanted the columns that will be read
   * @throws TableException see {@link CheckedTable#of}; or if DuckDB cannot be told a file's name
   */
  static SourceSql of(String doing, WrittenTable table, List<Column> wanted) {
    return of(doing, CheckedTable.of(doing, table, wanted));
  }

  /** Of a table that is fine, if DuckDB can be told its files' names. */
  static SourceSql of(String doing, CheckedTable table) {
    return of(DuckDbFiles.parquet(doing, table.table()), table.names());
  }

  /** Of files of either form; CSV files are not checked before they are read. */
  static SourceSql of(String doing, WrittenTable table, TableSchema schema, FileForm form) {
    return switch (form) {
      case PARQUET -> of(doing, table, schema.columns());
      case CSV -> of(DuckDbFiles.csv(doing, table, schema), schema.names());
    };
  }

  private static SourceSql of(String files, List<String> names) {
    Map<String, Integer> places = new HashMap<>();
    names.forEach(name -> places.put(name, places.size()));
    String columns =
        IntStream.range(0, places.size()).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    return new SourceSql(files + " AS t(" + columns + ")", places);
  }

  /** A column's cells, in the one type that all widths and dialects of its type have. */
  String cells(Column column) {
    String cells = "c" + places.get(column.name());
    return switch (column.type()) {
      case INT64 -> "CAST(" + cells + " AS BIGINT)";
      case DOUBLE -> "CAST(" + cells + " AS DOUBLE)";
      case STRING -> "CAST(" + cells + " AS VARCHAR)";
      case BOOLEAN, DATE, TIMESTAMP, DECIMAL -> cells;
    };
  }
}
