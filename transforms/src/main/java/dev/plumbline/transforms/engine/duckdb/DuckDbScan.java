package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds out the {@link ScanFigures} of a table.
 *
 * @param duckDb the engine
 * @param schema the table's columns
 * @param form of the files
 */
record DuckDbScan(DuckDb duckDb, TableSchema schema, FileForm form) implements TableCore {
  private static final long serialVersionUID = 1;

  /** Read at once: each takes buffers of DuckDB's memory on every thread. */
  private static final int MOST_COLUMNS = 1_000;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "duckdb_scan over %d files".formatted(table.files().size());
    SourceSql source = SourceSql.of(doing, table, schema, form);
    List<String> names = ScanFigures.names(schema);
    Map<String, BigInteger> figures = new TreeMap<>();
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement()) {
      long rows = 0;
      for (int from = 0; from < schema.width(); from += MOST_COLUMNS) {
        int to = Math.min(from + MOST_COLUMNS, schema.width());
        String select = select(schema.columns().subList(from, to), source);
        try (ResultSet row = everythingRead(statement, select)) {
          row.next();
          rows = row.getLong(1);
          CheckedTable.rejectEmpty(doing, rows);
          for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
            figures.put(names.get(figures.size()), BigInteger.valueOf(row.getLong(i)));
          }
        }
      }
      return new Findings(rows, figures, null, List.of());
    } catch (SQLException e) {
      throw new TableException(doing + ": " + Sql.reason(e), e);
    }
  }

  private static String select(List<Column> columns, SourceSql source) {
    return columns.stream()
        .map(column -> aggregates(column, source.cells(column)))
        .collect(Collectors.joining(", ", "SELECT count(*), ", " FROM " + source.from()));
  }

  /** Left to itself DuckDB counts the values of columns without nulls by the files' statistics. */
  private static ResultSet everythingRead(Statement statement, String select) throws SQLException {
    try (Statement setting = statement.getConnection().createStatement()) {
      setting.execute("SET disabled_optimizers = 'statistics_propagation'");
      try {
        return statement.executeQuery(select);
      } finally {
        setting.execute("RESET disabled_optimizers"); // the database stays open
      }
    }
  }

  private static String aggregates(Column column, String cells) {
    return column.type() == ColumnType.STRING
        ? "count(%1$s), coalesce(sum(strlen(%1$s)), 0)".formatted(cells)
        : "count(%s)".formatted(cells);
  }
}
