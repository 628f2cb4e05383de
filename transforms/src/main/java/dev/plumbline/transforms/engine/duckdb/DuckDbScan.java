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

  @Override
  public Findings run(WrittenTable table) {
    String doing = "duckdb_scan over %d files".formatted(table.files().size());
    SourceSql source = SourceSql.of(doing, table, schema, form);
    String select =
        schema.columns().stream()
            .map(column -> aggregates(column, source.cells(column)))
            .collect(Collectors.joining(", ", "SELECT count(*), ", " FROM " + source.from()));
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      row.next();
      CheckedTable.rejectEmpty(doing, row.getLong(1));
      Map<String, BigInteger> figures = new TreeMap<>();
      List<String> names = ScanFigures.names(schema);
      for (int i = 0; i < names.size(); i++) {
        figures.put(names.get(i), BigInteger.valueOf(row.getLong(i + 2)));
      }
      return new Findings(row.getLong(1), figures, null, List.of());
    } catch (SQLException e) {
      throw new TableException(doing + ": " + Sql.reason(e), e);
    }
  }

  private static String aggregates(Column column, String cells) {
    return column.type() == ColumnType.STRING
        ? "count(%1$s), coalesce(sum(strlen(%1$s)), 0)".formatted(cells)
        : "count(%s)".formatted(cells);
  }
}
