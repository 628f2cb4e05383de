package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.table.WrittenFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of files, as DuckDB reads them, in their order. */
final class StoredRows {
  private StoredRows() {}

  static List<List<Object>> of(List<WrittenFile> files) throws SQLException {
    String names =
        files.stream().map(file -> "'" + file.path() + "'").collect(Collectors.joining(", "));
    List<List<Object>> rows = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckdb.createStatement();
        ResultSet stored = sql.executeQuery("SELECT * FROM read_parquet([" + names + "])")) {
      while (stored.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= stored.getMetaData().getColumnCount(); i++) {
          row.add(stored.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
