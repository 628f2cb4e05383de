package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.analytics.ResultHash;
import dev.plumbline.transforms.analytics.Roles;
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

/**
 * Sums up the relation of {@link dev.plumbline.transforms.analytics.Score}. The sum of scores takes
 * 128 bits: one score can come near 2^63 millionths.
 *
 * @param duckDb the engine
 * @param roles the columns' parts
 */
record DuckDbAnalytics(DuckDb duckDb, Roles roles) implements TableCore {
  private static final long serialVersionUID = 1;

  private static final String SELECT =
      """
      SELECT count(*), CAST(sum(base_rows) AS BIGINT), CAST(sum(edge_rows) AS BIGINT),
        CAST(sum(CAST(floor(score * 1e6 + 5e-1) AS HUGEINT)) AS VARCHAR),
        (SELECT CAST(sum(out_of_range) AS BIGINT) FROM source)
      FROM joined
      """;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "analytics by '" + roles.key().name() + "'";
    String select = ScoreSql.with(doing, table, roles) + SELECT;
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      row.next();
      ResultHash.Sums sums =
          new ResultHash.Sums(
              row.getLong(1), row.getLong(2), row.getLong(3), new BigInteger(row.getString(4)));
      Map<String, BigInteger> figures =
          Map.of(
              "key_count", BigInteger.valueOf(sums.keyCount()),
              "base_rows_sum", BigInteger.valueOf(sums.baseRowsSum()),
              "edge_rows_sum", BigInteger.valueOf(sums.edgeRowsSum()),
              "score_sum", sums.scoreSum(),
              "numbers_out_of_range", BigInteger.valueOf(row.getLong(5)));
      return new Findings(table.rows(), figures, ResultHash.of(sums), List.of());
    } catch (SQLException e) {
      throw new TableException(doing + ": " + Sql.reason(e), e);
    }
  }
}
