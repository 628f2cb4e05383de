package dev.plumbline.transforms.engine.duckdb;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * DuckDB, in this process: each connection is a database of its own, in memory.
 *
 * @param threads how many threads a query may use
 * @param memoryLimit what it may hold in memory, such as {@code 1GB}; beyond that it spills
 * @param spillDirectory where it spills to
 */
public record DuckDb(int threads, String memoryLimit, String spillDirectory)
    implements Serializable {
  /** Opens a new, empty database. */
  public Connection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("memory_limit", memoryLimit);
    settings.setProperty("temp_directory", spillDirectory);
    return DriverManager.getConnection("jdbc:duckdb:", settings);
  }
}
