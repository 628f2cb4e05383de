package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Writes the relation of {@link dev.plumbline.transforms.analytics.Score} as one zstd Parquet file.
 * It is a table of DuckDB's first: what is written of it, and how many numbers were out of range,
 * come of one pass over the source.
 *
 * @param duckDb the engine
 * @param roles the columns' parts
 * @param result where the relation goes
 */
record DuckDbJoin(DuckDb duckDb, Roles roles, ResultFiles result) implements TableCore {
  private static final long serialVersionUID = 1;

  private static final String SORTED =
      """
      SELECT key, base_rows, edge_rows, base_avg, edge_avg, score
      FROM relation ORDER BY key NULLS LAST, base_rows NULLS LAST""";

  @Override
  public Findings run(WrittenTable table) {
    DuckDbCopy copy = new DuckDbCopy(duckDb, "join", result.whole());
    String joined = ScoreSql.with(copy.doing(), table, roles) + "SELECT * FROM joined";
    BigInteger[] outOfRange = new BigInteger[1];
    WrittenFile file =
        copy.write(
            statement -> {
              statement.execute("CREATE TEMP TABLE relation AS " + joined);
              outOfRange[0] = outOfRange(statement);
              return SORTED;
            });
    Map<String, BigInteger> figures =
        Map.of("rows", BigInteger.valueOf(file.rows()), ScoreFigures.OUT_OF_RANGE, outOfRange[0]);
    return new Findings(table.rows(), figures, null, List.of(file));
  }

  private static BigInteger outOfRange(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT " + ScoreSql.OUT_OF_RANGE + " FROM relation")) {
      row.next();
      return BigInteger.valueOf(row.getLong(1));
    }
  }
}
