package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The schema that lies beside a text file: {@code NAME.schema.json}, or {@code schema.json} for all
 * files of a folder. Form {@code plumbline_schema_v1}: {@code columns}, each with {@code name} and
 * {@code type}, a label of {@link ColumnType}; what else it says is not looked at.
 */
final class SchemaFile {
  private static final String VERSION = "plumbline_schema_v1";

  private SchemaFile() {}

  /**
   * The schema beside a file, if one lies there.
   *
   * @throws ParityReadException if it lies there and cannot be understood
   */
  static Optional<TableSchema> beside(Path file) {
    Path own = file.resolveSibling(file.getFileName() + ".schema.json");
    Path shared = file.resolveSibling("schema.json");
    return Files.exists(own)
        ? Optional.of(read(own))
        : Files.exists(shared) ? Optional.of(read(shared)) : Optional.empty();
  }

  private static TableSchema read(Path file) {
    String columns =
        "{schema_version: 'VARCHAR', columns: 'STRUCT(\"name\" VARCHAR, \"type\" VARCHAR)[]'}";
    String query =
        "SELECT schema_version, unnest(columns, recursive := true) FROM read_json(%s, columns = %s)"
            .formatted(DuckDbSql.file(file), columns);
    try (Connection duckDb = JudgeDatabase.connect();
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<Column> found = new ArrayList<>();
      while (rows.next()) {
        String version = rows.getString(1);
        if (!VERSION.equals(version)) {
          throw new IllegalArgumentException(
              "its schema_version is %s, expected %s".formatted(version, VERSION));
        }
        found.add(new Column(String.valueOf(rows.getString(2)), type(rows.getString(3))));
      }
      return new TableSchema(found);
    } catch (SQLException | IllegalArgumentException e) {
      throw new ParityReadException(
          "Cannot understand the schema %s: %s".formatted(file, DuckDbSql.reason(e)), e);
    }
  }

  private static ColumnType type(String label) {
    return ColumnType.of(String.valueOf(label))
        .orElseThrow(() -> new IllegalArgumentException("there is no type '" + label + "'"));
  }
}
