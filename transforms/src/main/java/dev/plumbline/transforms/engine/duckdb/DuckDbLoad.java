package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Reads files into a table of a database in memory.
 *
 * @param duckDb the engine
 * @param schema the table's columns
 * @param form of the files
 */
record DuckDbLoad(DuckDb duckDb, TableSchema schema, FileForm form) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "loading %d %s files".formatted(table.files().size(), form.label());
    String load =
        "CREATE TEMP TABLE loaded AS SELECT * FROM "
            + SourceSql.of(doing, table, schema, form).from();
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement()) {
      long rows = statement.executeLargeUpdate(load);
      CheckedTable.rejectEmpty(doing, rows);
      return new Findings(rows, Map.of("rows", BigInteger.valueOf(rows)), null, List.of());
    } catch (SQLException e) {
      throw new TableException(doing + ": " + Sql.reason(e), e);
    }
  }
}
