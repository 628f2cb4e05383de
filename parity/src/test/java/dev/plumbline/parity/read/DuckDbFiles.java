package dev.plumbline.parity.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Parquet files written by DuckDB. */
public final class DuckDbFiles {
  private DuckDbFiles() {}

  /** Writes what a query gives; the file may have any name. */
  public static Path parquet(Path directory, String name, String select) throws Exception {
    Path plain = directory.resolve("written-by-duckdb");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, plain));
    }
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.move(plain, file);
  }
}
