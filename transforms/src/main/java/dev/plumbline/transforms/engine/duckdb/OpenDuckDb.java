package dev.plumbline.transforms.engine.duckdb;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The one database of this JVM that is kept open: opening and closing one takes some 30 ms, a
 * connection to it a tenth of one. It holds nothing between two connections; what is asked for with
 * other settings takes its place, and ends when its last connection does.
 */
final class OpenDuckDb {
  private static @Nullable DuckDb settings;
  private static @Nullable DuckDBConnection kept;

  private OpenDuckDb() {}

  static synchronized Connection connect(DuckDb asked) throws SQLException {
    DuckDBConnection open = kept;
    if (open == null || !asked.equals(settings)) {
      DuckDBConnection next = open(asked);
      kept = next;
      settings = asked;
      if (open != null) {
        open.close();
      }
      return next.duplicate();
    }
    return open.duplicate();
  }

  private static DuckDBConnection open(DuckDb asked) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("threads", Integer.toString(asked.threads()));
    properties.setProperty("memory_limit", asked.memoryLimit());
    properties.setProperty("temp_directory", asked.spillDirectory());
    return DriverManager.getConnection("jdbc:duckdb:", properties).unwrap(DuckDBConnection.class);
  }
}
