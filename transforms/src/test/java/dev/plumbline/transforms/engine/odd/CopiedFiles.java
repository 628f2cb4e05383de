package dev.plumbline.transforms.engine.odd;

import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Parquet files that DuckDB writes from queries. */
final class CopiedFiles {
  /** As tests have it as an engine. */
  static final DuckDb DUCKDB = new DuckDb(2, "512MB", System.getProperty("java.io.tmpdir"));

  private CopiedFiles() {}

  /** A table of a file for each query. */
  static WrittenTable table(Path folder, String... selects) throws SQLException, IOException {
    Files.createDirectories(folder);
    List<WrittenFile> files = new ArrayList<>();
    for (String select : selects) {
      Path file = folder.resolve("rows-%d.parquet".formatted(files.size()));
      write(file, select, "");
      files.add(ParquetFooter.read(file.toString()));
    }
    return new WrittenTable(files);
  }

  /** One file, with more options of {@code COPY}, each behind a comma. */
  static WrittenTable write(Path file, String select, String options) throws SQLException {
    try (Connection duckdb = DUCKDB.open();
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          "COPY (%s) TO '%s' (FORMAT parquet%s)"
              .formatted(select, file.toString().replace("'", "''"), options));
    }
    return new WrittenTable(List.of(ParquetFooter.read(file.toString())));
  }

  /** A name in a query. */
  static String name(String column) {
    return '"' + column.replace("\"", "\"\"") + '"';
  }
}
