package dev.plumbline.runners.mine.userdata;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** DuckDB as a reader of files: an empty database in memory that streams one result at a time. */
final class ParquetSession implements AutoCloseable {

  private final Connection connection;
  private final Statement statement;

  ParquetSession() throws SQLException {
    this(true);
  }

  private ParquetSession(boolean streaming) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("jdbc_stream_results", Boolean.toString(streaming));
    settings.setProperty("threads", "1");
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    connection = DriverManager.getConnection("jdbc:duckdb:", settings);
    statement = connection.createStatement();
  }

  /** Runs a query; the result of the one before is gone then. */
  ResultSet query(String sql) throws SQLException {
    return statement.executeQuery(sql);
  }

  /**
   * Why a query failed: a stream that breaks off before its first row does not say. The hash makes
   * DuckDB read every value, where statistics would do otherwise.
   */
  static SQLException cause(String sql, SQLException failure) {
    try (ParquetSession session = new ParquetSession(false);
        ResultSet again = session.query("SELECT max(hash(COLUMNS(*))) FROM (" + sql + ")")) {
      again.next();
      return failure;
    } catch (SQLException e) {
      return e;
    }
  }

  /** A text in SQL. */
  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  /** An identifier in SQL. */
  static String name(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void close() throws SQLException {
    try {
      statement.close();
    } finally {
      connection.close();
    }
  }
}
