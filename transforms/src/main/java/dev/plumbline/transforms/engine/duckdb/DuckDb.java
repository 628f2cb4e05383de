package dev.plumbline.transforms.engine.duckdb;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * DuckDB, in this process, in memory.
 *
 * @param threads how many threads a query may use
 * @param memoryLimit what it may hold in memory, such as {@code 1GB}; beyond that it spills
 * @param spillDirectory where it spills to
 */
public record DuckDb(int threads, String memoryLimit, String spillDirectory)
    implements Serializable {
  /** A connection that sees no tables but its own temporary ones. */
  public Connection open() throws SQLException {
    return OpenDuckDb.connect(this);
  }
}
