package dev.plumbline.transforms;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.engine.Sql;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Reads CSV files of our dialect through DuckDB. */
public final class DuckDbCsv {
  /** Longer than any record of a test. */
  private static final int MAX_LINE_BYTES = 1 << 24;

  /** What DuckDB reads at once; said here, because it takes more where lines may be long. */
  private static final int BUFFER_BYTES = 1 << 25;

  private DuckDbCsv() {}

  /** The rows of the files, in their order there. */
  public static List<List<Object>> rows(TableSchema schema, List<Path> files) throws SQLException {
    RowList rows = new RowList();
    feed(schema, files, rows);
    return rows.rows();
  }

  /** Sends the rows of the files into a sink. */
  public static void feed(TableSchema schema, List<Path> files, RowSink sink) throws SQLException {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + relation(schema, files))) {
      while (rows.next()) {
        for (int i = 0; i < schema.width(); i++) {
          cell(rows, i + 1, schema.column(i), sink);
        }
        sink.endRow();
      }
    }
  }

  /**
   * The files as a relation. Parallel scans are off: they look for the first record from the middle
   * of a file, and take a line inside a quoted text for one.
   */
  private static String relation(TableSchema schema, List<Path> files) {
    String paths = files.stream().map(f -> Sql.text(f.toString())).collect(Collectors.joining(","));
    String columns =
        schema.columns().stream()
            .map(column -> Sql.text(column.name()) + ": " + Sql.text(type(column)))
            .collect(Collectors.joining(", "));
    return """
        read_csv([%s], columns = {%s}, auto_detect = false, header = true, delim = ',',
          quote = '"', escape = '"', new_line = '\\n', nullstr = '', allow_quoted_nulls = false,
          max_line_size = %d, buffer_size = %d, parallel = false)"""
        .formatted(paths, columns, MAX_LINE_BYTES, BUFFER_BYTES);
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case INT64 -> "BIGINT";
      case DOUBLE -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case STRING -> "VARCHAR";
    };
  }

  private static void cell(ResultSet rows, int at, Column column, RowSink sink)
      throws SQLException {
    if (rows.getObject(at) == null) {
      sink.nullCell();
      return;
    }
    switch (column.type()) {
      case INT64 -> sink.int64Cell(rows.getLong(at));
      case DOUBLE -> sink.doubleCell(rows.getDouble(at));
      case BOOLEAN -> sink.booleanCell(rows.getBoolean(at));
      // not getObject(at, LocalDate.class): the driver takes that through the Julian calendar
      case DATE -> sink.dateCell((int) ((LocalDate) rows.getObject(at)).toEpochDay());
      case STRING -> {
        byte[] utf8 = rows.getString(at).getBytes(StandardCharsets.UTF_8);
        sink.stringCell(utf8, 0, utf8.length);
      }
    }
  }
}
