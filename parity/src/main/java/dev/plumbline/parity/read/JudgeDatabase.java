package dev.plumbline.parity.read;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The judge's DuckDB: one database in memory for this process, in which nothing is ever kept. It
 * stays open, since to open one takes far longer than to read a small file.
 */
final class JudgeDatabase {
  private static final String URL = "jdbc:duckdb::memory:plumbline-judge";

  private static @Nullable Connection open;

  private JudgeDatabase() {}

  /**
   * A connection of its own. Results stream: what is not read yet is not held. Files are read from
   * the disk each time, and no network is asked.
   */
  static synchronized Connection connect() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty("threads", "2");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("enable_external_file_cache", "false");
    settings.setProperty("jdbc_stream_results", "true");
    if (open == null) {
      open = DriverManager.getConnection(URL, settings);
    }
    return DriverManager.getConnection(URL, settings);
  }
}
