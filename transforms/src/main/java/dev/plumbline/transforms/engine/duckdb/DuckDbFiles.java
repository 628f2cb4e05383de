package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.stream.Collectors;

/**
 * Files as a relation of DuckDB's, by their form. All take what is being done, for errors, and fail
 * with a {@link TableException} if DuckDB cannot be told a file's name.
 */
final class DuckDbFiles {
  /**
   * Not parallel: a scan that begins in the middle of a file can take a line within quotes for a
   * record.
   */
  private static final String DIALECT =
      "auto_detect = false, header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '',"
          + " allow_quoted_nulls = false, max_line_size = 67108864, buffer_size = 134217728,"
          + " hive_partitioning = false,"
          + " parallel = false";

  private DuckDbFiles() {}

  /** Parquet files. */
  static String parquet(String doing, WrittenTable table) {
    return "read_parquet([%s], hive_partitioning = false)".formatted(paths(doing, table));
  }

  /** CSV files, of these columns. */
  static String csv(String doing, WrittenTable table, TableSchema schema) {
    return "read_csv([%s], columns = {%s}, %s)"
        .formatted(
            paths(doing, table),
            schema.columns().stream()
                .map(column -> Sql.text(column.name()) + ": '" + type(column) + "'")
                .collect(Collectors.joining(", ")),
            DIALECT);
  }

  private static String paths(String doing, WrittenTable table) {
    return table.files().stream()
        .map(WrittenFile::path)
        .map(file -> Sql.text(literally(doing, file)))
        .collect(Collectors.joining(", "));
  }

  /** DuckDB takes names for patterns, and knows no way to quote both these and a backslash. */
  private static String literally(String doing, String file) {
    String pattern = file.replaceAll("[*?\\[]", "[$0]");
    if (!pattern.equals(file) && file.contains("\\")) {
      throw new TableException(
          "%s: DuckDB cannot read %s: no name with a backslash and one of * ? ["
              .formatted(doing, file),
          null);
    }
    return pattern;
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
