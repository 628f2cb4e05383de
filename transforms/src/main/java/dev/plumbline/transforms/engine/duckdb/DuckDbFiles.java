package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.stream.Collectors;

/** Files as a relation of DuckDB's, by their form. */
final class DuckDbFiles {
  /**
   * Not parallel: a scan that begins in the middle of a file can take a line within quotes for a
   * record.
   */
  private static final String DIALECT =
      "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
          + " allow_quoted_nulls = false, max_line_size = 67108864, hive_partitioning = false,"
          + " parallel = false";

  private DuckDbFiles() {}

  static String relation(WrittenTable table, TableSchema schema, FileForm form) {
    return switch (form) {
      case PARQUET -> Sql.parquet(table);
      case CSV ->
          "read_csv([%s], columns = {%s}, %s)"
              .formatted(
                  table.files().stream()
                      .map(WrittenFile::path)
                      .map(Sql::text)
                      .collect(Collectors.joining(", ")),
                  schema.columns().stream()
                      .map(column -> Sql.text(column.name()) + ": '" + type(column) + "'")
                      .collect(Collectors.joining(", ")),
                  DIALECT);
    };
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case INT64 -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case DECIMAL -> "DECIMAL(38, 9)";
      case STRING -> "VARCHAR";
    };
  }
}
