package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * CSV files as a table, read through DuckDB: RFC 4180, UTF-8, a header line; an empty field is null
 * without quotes and the empty string with them. Types come from a schema, never from guessing.
 */
final class CsvFiles {
  /** Not parallel: a scan that begins in the middle of a file takes quoted lines for records. */
  private static final String DIALECT =
      ", delim = ',', quote = '\"', escape = '\"', nullstr = '', allow_quoted_nulls = false"
          + ", max_line_size = 67108864, hive_partitioning = false, parallel = false";

  private CsvFiles() {}

  /**
   * Opens files that together are one table.
   *
   * @param source what the files are, for the report
   * @param types the columns' types; without them all columns are text
   * @throws ParityReadException if a file cannot be read, or its header names other columns
   */
  static ReadableTable open(String source, List<Path> files, Optional<TableSchema> types) {
    List<String> names = header(source, files.get(0));
    for (Path file : files) {
      List<String> own = header(source, file);
      if (!own.equals(types.map(TableSchema::names).orElse(names))) {
        throw new ParityReadException(
            "Cannot read %s: the header of %s is [%s], expected [%s]"
                .formatted(
                    source,
                    file,
                    String.join(", ", own),
                    String.join(", ", types.map(TableSchema::names).orElse(names))),
            null);
      }
    }
    TableSchema schema = types.orElseGet(() -> typed(source, names, Optional.empty()));
    return table(source, files, schema);
  }

  /**
   * Opens files without a schema of their own: a column has the type that the other side has under
   * its name, or is text.
   */
  static ReadableTable open(String source, List<Path> files, TableSchema other) {
    TableSchema schema = typed(source, header(source, files.get(0)), Optional.of(other));
    return open(source, files, Optional.of(schema));
  }

  private static TableSchema typed(String source, List<String> names, Optional<TableSchema> other) {
    try {
      return new TableSchema(
          names.stream()
              .map(
                  name ->
                      other.stream()
                          .flatMap(schema -> schema.columns().stream())
                          .filter(column -> column.name().equals(name))
                          .findFirst()
                          .orElse(new Column(name, ColumnType.STRING)))
              .toList());
    } catch (IllegalArgumentException e) {
      throw new ParityReadException("Cannot read %s: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static ReadableTable table(String source, List<Path> files, TableSchema schema) {
    List<String> columns = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (int i = 1; i <= schema.width(); i++) {
      columns.add(DuckDbTable.position(i) + ": 'VARCHAR'");
      expressions.add(TextColumn.csv(DuckDbTable.position(i), schema.column(i - 1)));
    }
    String relation =
        "read_csv(%s, auto_detect = false, header = true, columns = {%s}%s)"
            .formatted(DuckDbSql.files(files), String.join(", ", columns), DIALECT);
    return DuckDbTable.ofText(source, relation, schema, expressions);
  }

  /** The fields of the first record. */
  private static List<String> header(String source, Path file) {
    String query =
        "SELECT * FROM read_csv(%s, header = false, all_varchar = true%s) LIMIT 1"
            .formatted(DuckDbSql.files(List.of(file)), DIALECT);
    try (Connection duckDb = DuckDbTable.connect();
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> fields = new ArrayList<>();
      if (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          fields.add(String.valueOf(rows.getString(i)));
        }
      }
      return fields;
    } catch (SQLException e) {
      throw new ParityReadException(
          "Cannot read %s: %s: %s".formatted(source, file, DuckDbSql.reason(e)), e);
    }
  }
}
