package dev.plumbline.transforms.analytics;

import dev.plumbline.transforms.engine.DuckDb;
import dev.plumbline.transforms.engine.Sql;
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
 * The core of the analytics stage: sums up the joined relation of {@link ScoreSql} into {@code
 * key_count}, {@code base_rows_sum}, {@code edge_rows_sum} and {@code score_sum} (in millionths,
 * summed as a 128-bit integer: one score can come near 2^63 of them), whose {@link ResultHash} is
 * the stage's result hash; {@code numbers_out_of_range} says how many numbers counted as null for
 * their size.
 *
 * @param duckDb the engine
 * @param roles the columns' parts
 */
public record DuckDbAnalytics(DuckDb duckDb, Roles roles) implements TableCore {
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
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ScoreSql.with(table, roles) + SELECT)) {
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
      throw new TableException("analytics by '" + roles.key().name() + "': " + Sql.reason(e), e);
    }
  }
}
