package dev.plumbline.parity.read;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/**
 * What a DuckDB query gives, read in chunks.
 *
 * @param source what it is, for the report
 * @param reader DuckDB and its version
 * @param schema its columns
 * @param select the statement that gives them as BIGINT, DOUBLE, BOOLEAN or VARCHAR, and a mark
 *     behind the last row
 * @param expectedRows how many rows it says it has
 */
record DuckDbTable(
    String source, String reader, TableSchema schema, String select, OptionalLong expectedRows)
    implements ReadableTable {

  /**
   * A query's result as a table.
   *
   * @throws ParityReadException if DuckDB refuses it, or it has a column of a type that the judge
   *     does not know
   */
  static DuckDbTable of(String source, String query, OptionalLong expectedRows) {
    try (Connection duckDb = JudgeDatabase.connect();
        PreparedStatement statement = duckDb.prepareStatement(query)) {
      ResultSetMetaData meta = statement.getMetaData();
      List<Column> columns = new ArrayList<>();
      List<String> expressions = new ArrayList<>();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        String name = meta.getColumnName(i);
        String type = meta.getColumnTypeName(i);
        columns.add(new Column(name, DuckDbType.canonical(name, type)));
        expressions.add(DuckDbType.expression(position(i), name, type));
      }
      return new DuckDbTable(
          source,
          "duckdb " + duckDb.getMetaData().getDatabaseProductVersion(),
          new TableSchema(columns),
          marked(query, expressions),
          expectedRows);
    } catch (SQLException | IllegalArgumentException e) {
      throw cannotRead(source, e);
    }
  }

  /** The same under the names that its files give the columns. */
  DuckDbTable named(TableSchema columns) {
    return new DuckDbTable(source, reader, columns, select, expectedRows);
  }

  /**
   * Text files as a table.
   *
   * @param relation gives each column as VARCHAR or JSON, in the order of the schema
   * @param expressions one for each column, of {@link #position}
   * @param rows how many rows they were seen to have
   */
  static DuckDbTable ofText(
      String source, String relation, TableSchema schema, List<String> expressions, long rows) {
    try (Connection duckDb = JudgeDatabase.connect()) {
      String reader = "duckdb " + duckDb.getMetaData().getDatabaseProductVersion();
      String select = marked("SELECT * FROM " + relation, expressions);
      return new DuckDbTable(source, reader, schema, select, OptionalLong.of(rows));
    } catch (SQLException e) {
      throw cannotRead(source, e);
    }
  }

  /**
   * The rows, and behind the last one a mark: where DuckDB fails in the middle of a result, its
   * chunks end as if the result had, and say nothing.
   */
  private static String marked(String query, List<String> expressions) {
    String nulls = expressions.stream().map(e -> "NULL").collect(Collectors.joining(", "));
    String positions =
        IntStream.rangeClosed(1, expressions.size())
            .mapToObj(DuckDbTable::position)
            .collect(Collectors.joining(", "));
    // the line end closes a comment that may end the query
    return "SELECT %s, FALSE FROM (%s\n) AS t(%s) UNION ALL SELECT %s, TRUE"
        .formatted(String.join(", ", expressions), query, positions, nulls);
  }

  /** By position: DuckDB takes names that differ only in case for the same. */
  static String position(int column) {
    return "c" + column;
  }

  @Override
  public void read(RowSink sink) {
    try (Connection duckDb = JudgeDatabase.connect();
        DuckDBPreparedStatement statement =
            duckDb.prepareStatement(select).unwrap(DuckDBPreparedStatement.class);
        DuckDBChunkedResult chunks = statement.query()) {
      boolean ended = false;
      long rows = -1; // the mark is none
      while (chunks.nextChunk()) {
        ended = chunk(chunks.chunk(), sink, ended);
        rows += chunks.chunk().rowCount();
      }
      if (!ended) {
        throw failure();
      }
      if (rows != expectedRows.orElse(rows)) {
        throw new ParityReadException(
            "Cannot read %s: %s gave %,d rows, its files have %,d"
                .formatted(source, reader, rows, expectedRows.orElse(rows)),
            null);
      }
    } catch (SQLException | NumberFormatException e) { // a decimal with an exponent past an int
      throw cannotRead(source, e);
    }
  }

  /** Asks again in the way that says what is wrong. */
  private ParityReadException failure() {
    try (Connection duckDb = JudgeDatabase.connect();
        Statement statement = duckDb.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      while (rows.next()) {
        // only the error is wanted
      }
      return new ParityReadException("Cannot read %s: it ended early".formatted(source), null);
    } catch (SQLException e) {
      return cannotRead(source, e);
    }
  }

  /** Sends a chunk's rows on; returns whether the mark was among them. */
  private boolean chunk(DuckDBDataChunkReader chunk, RowSink sink, boolean ended) {
    int width = schema.width();
    ColumnType[] types = schema.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    DuckDBReadableVector[] vectors = new DuckDBReadableVector[width];
    for (int i = 0; i < width; i++) {
      vectors[i] = chunk.vector(i);
    }
    DuckDBReadableVector marks = chunk.vector(width);
    for (long row = 0; row < chunk.rowCount(); row++) {
      if (ended) {
        throw new ParityReadException(
            "Cannot read %s: %s gives rows behind the last".formatted(source, reader), null);
      }
      if (marks.getBoolean(row)) {
        ended = true;
        continue;
      }
      for (int i = 0; i < width; i++) {
        if (vectors[i].isNull(row)) {
          sink.nullCell();
        } else {
          cell(vectors[i], row, types[i], sink);
        }
      }
      sink.endRow();
    }
    return ended;
  }

  private static void cell(DuckDBReadableVector cells, long row, ColumnType type, RowSink sink) {
    switch (type) {
      case INT64 -> sink.int64Cell(cells.getLong(row));
      case DOUBLE -> sink.doubleCell(cells.getDouble(row));
      case BOOLEAN -> sink.booleanCell(cells.getBoolean(row));
      case DATE -> sink.dateCell(Math.toIntExact(cells.getLong(row)));
      case TIMESTAMP -> sink.timestampCell(cells.getLong(row));
      case DECIMAL -> sink.decimalCell(new BigDecimal(cells.getString(row)));
      case STRING -> {
        byte[] utf8 = cells.getString(row).getBytes(StandardCharsets.UTF_8);
        sink.stringCell(utf8, 0, utf8.length);
      }
    }
  }

  private static ParityReadException cannotRead(String source, Exception e) {
    return new ParityReadException("Cannot read %s: %s".formatted(source, DuckDbSql.reason(e)), e);
  }
}
