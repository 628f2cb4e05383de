package dev.plumbline.parity.read;

import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Row streams as a table, read through DuckDB: JSON lines, an object a row, its keys in any order
 * and exactly those of the schema.
 */
final class RowStreamFiles {
  private static final String LIMIT = "maximum_object_size = 67108864";

  private RowStreamFiles() {}

  /**
   * Opens files that together are one table.
   *
   * @param source what the files are, for the report
   * @throws ParityReadException if a file cannot be read, or has a row with other keys
   */
  static ReadableTable open(String source, List<Path> files, TableSchema schema) {
    checkKeys(source, files, schema);
    List<String> columns = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (int i = 1; i <= schema.width(); i++) {
      String name = schema.column(i - 1).name();
      columns.add(DuckDbSql.text(name) + ": 'JSON'");
      selected.add(DuckDbSql.name(name));
      expressions.add(TextColumn.json(DuckDbTable.position(i), schema.column(i - 1)));
    }
    String relation =
        "(SELECT %s FROM read_json(%s, format = 'newline_delimited', columns = {%s}, %s))"
            .formatted(
                String.join(", ", selected),
                DuckDbSql.files(files),
                String.join(", ", columns),
                LIMIT);
    return DuckDbTable.ofText(source, relation, schema, expressions);
  }

  /** DuckDB takes a key that is not there for null, and passes over one that it was not told of. */
  private static void checkKeys(String source, List<Path> files, TableSchema schema) {
    String expected =
        schema.names().stream().map(DuckDbSql::text).collect(Collectors.joining(", ", "[", "]"));
    String query =
        ("SELECT count(*) FROM read_ndjson_objects(%s, %s)"
                + " WHERE list_sort(json_keys(json)) IS DISTINCT FROM list_sort(%s)")
            .formatted(DuckDbSql.files(files), LIMIT, expected);
    try (Connection duckDb = DuckDbTable.connect();
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      if (rows.getLong(1) > 0) {
        throw new ParityReadException(
            "Cannot read %s: %,d rows have other keys than [%s]"
                .formatted(source, rows.getLong(1), String.join(", ", schema.names())),
            null);
      }
    } catch (SQLException e) {
      throw new ParityReadException("Cannot read %s: %s".formatted(source, DuckDbSql.reason(e)), e);
    }
  }
}
