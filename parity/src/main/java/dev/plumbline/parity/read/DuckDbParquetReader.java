package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.Witness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads Parquet files through DuckDB, for files that another library wrote. Integers of every width
 * widen to int64 and float32 to double; any other type than those of {@link ColumnType} is refused
 * by name.
 */
public final class DuckDbParquetReader {
  private DuckDbParquetReader() {}

  /**
   * Digests all rows of the files, taken together as one table.
   *
   * @param source what the files are, for the {@link Witness}
   * @param files at least one Parquet file; all of one schema
   * @throws ParityReadException if a file cannot be read, or holds a type that the judge does not
   *     know
   */
  public static Witness read(String source, List<Path> files) {
    if (files.isEmpty()) {
      throw new ParityReadException("No Parquet file to read for '" + source + "'", null);
    }
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:", settings());
        Statement statement = duckdb.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT * FROM read_parquet(["
                    + literals(files)
                    + "], hive_partitioning = false)")) {
      TableSchema schema = schema(rows.getMetaData());
      DigestAccumulator digest = new DigestAccumulator(schema);
      while (rows.next()) {
        row(rows, schema, digest);
      }
      String reader = "duckdb " + duckdb.getMetaData().getDatabaseProductVersion();
      return new Witness(source, reader, digest.digest());
    } catch (SQLException e) {
      throw new ParityReadException(
          "Cannot read %s from %s: %s".formatted(source, files, e.getMessage()), e);
    }
  }

  /** Streams: what is not read yet is not held. */
  private static Properties settings() {
    Properties settings = new Properties();
    settings.setProperty("memory_limit", "1GB");
    settings.setProperty("jdbc_stream_results", "true");
    return settings;
  }

  private static String literals(List<Path> files) {
    return files.stream()
        .map(file -> "'" + file.toAbsolutePath().toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }

  private static TableSchema schema(ResultSetMetaData meta) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(
          new Column(
              meta.getColumnName(i), type(meta.getColumnName(i), meta.getColumnTypeName(i))));
    }
    return new TableSchema(columns);
  }

  private static ColumnType type(String name, String duckDbType) {
    return switch (duckDbType) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER" ->
          ColumnType.INT64;
      case "FLOAT", "DOUBLE" -> ColumnType.DOUBLE;
      case "BOOLEAN" -> ColumnType.BOOLEAN;
      case "DATE" -> ColumnType.DATE;
      case "VARCHAR" -> ColumnType.STRING;
      default ->
          throw new ParityReadException(
              "Column '%s' has type %s; expected an integer, a floating-point number, BOOLEAN, DATE or VARCHAR"
                  .formatted(name, duckDbType),
              null);
    };
  }

  private static void row(ResultSet rows, TableSchema schema, RowSink sink) throws SQLException {
    for (int i = 0; i < schema.width(); i++) {
      cell(rows, i + 1, schema.column(i).type(), sink);
    }
    sink.endRow();
  }

  private static void cell(ResultSet rows, int at, ColumnType type, RowSink sink)
      throws SQLException {
    switch (type) {
      case INT64 -> {
        long value = rows.getLong(at);
        nullOr(rows, sink, () -> sink.int64Cell(value));
      }
      case DOUBLE -> {
        double value = rows.getDouble(at);
        nullOr(rows, sink, () -> sink.doubleCell(value));
      }
      case BOOLEAN -> {
        boolean value = rows.getBoolean(at);
        nullOr(rows, sink, () -> sink.booleanCell(value));
      }
      case DATE -> date(rows.getObject(at), sink);
      case STRING -> string(rows.getString(at), sink);
    }
  }

  private static void nullOr(ResultSet rows, RowSink sink, Runnable cell) throws SQLException {
    if (rows.wasNull()) {
      sink.nullCell();
    } else {
      cell.run();
    }
  }

  private static void date(@Nullable Object value, RowSink sink) {
    if (value == null) {
      sink.nullCell();
    } else if (value instanceof LocalDate day) {
      sink.dateCell(Math.toIntExact(day.toEpochDay()));
    } else {
      throw new ParityReadException("A DATE cell came as " + value.getClass().getName(), null);
    }
  }

  private static void string(@Nullable String value, RowSink sink) {
    if (value == null) {
      sink.nullCell();
    } else {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      sink.stringCell(utf8, 0, utf8.length);
    }
  }
}
