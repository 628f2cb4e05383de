package dev.plumbline.runners.microbench.engines;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The table that engines' steps are measured with: of every ten rows two share a key, of every
 * fifty one has none; base is numbers as text, one in 64 null; edge one is doubles, edge two
 * integers. Rows are in no order of their keys.
 */
final class BenchTable {
  static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("key", ColumnType.STRING),
              new Column("base", ColumnType.STRING),
              new Column("edge_one", ColumnType.DOUBLE),
              new Column("edge_two", ColumnType.INT64)));

  private static final int THREADS = 2;
  private static final String SELECT =
      """
      SELECT CASE WHEN i % 50 = 0 THEN NULL
          ELSE printf('GENE%010d', (CASE WHEN i % 10 = 1 THEN i + 1 ELSE i END) * 7919 % 1000000007) END AS key,
        CASE WHEN i % 64 > 0 THEN CAST(i * 31 % 1000003 / 8.0 AS VARCHAR) END AS base,
        (i * 17 % 100003) / 16.0 AS edge_one,
        i * 13 % 1000033 AS edge_two
      FROM range(ROWS) AS t(i)
      """;

  private BenchTable() {}

  private static WrittenTable source(long rows, Path directory) throws IOException, SQLException {
    Path file = directory.resolve("source.parquet");
    try (Connection connection = duckDb(directory).open();
        Statement statement = connection.createStatement()) {
      String select = SELECT.replace("ROWS", String.valueOf(rows));
      statement.execute("COPY (" + select + ") TO '" + file + "' (COMPRESSION zstd)");
    }
    return new WrittenTable(List.of(new WrittenFile(file.toString(), rows, Files.size(file))));
  }

  /** Makes the table and its canonical tables in a directory. */
  static EngineInput make(long rows, Path directory) throws IOException, SQLException {
    return canonical(source(rows, directory), directory);
  }

  private static EngineInput canonical(WrittenTable source, Path directory) throws IOException {
    Path canonical = Files.createDirectories(directory.resolve("canonical"));
    WrittenTable tables =
        new DuckDbCanonical(duckDb(directory), Roles.of(SCHEMA)).write(source, canonical);
    return new EngineInput(SCHEMA, source, tables, "");
  }

  private static DuckDb duckDb(Path directory) {
    return new DuckDb(THREADS, "2GB", directory.toString());
  }
}
