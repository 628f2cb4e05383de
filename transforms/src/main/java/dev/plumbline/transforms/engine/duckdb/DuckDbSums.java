package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.analytics.ScoreFigures;
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
 * Sums up a written relation of {@link dev.plumbline.transforms.analytics.Score}. The sum of scores
 * takes 128 bits: one score can come near 2^63 millionths.
 *
 * @param duckDb the engine
 */
record DuckDbSums(DuckDb duckDb) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable relation) {
    String doing = "analytics";
    SourceSql source = SourceSql.of(doing, relation, ScoreFigures.SUMMED);
    String columns =
        ScoreFigures.SUMMED.stream()
            .map(column -> named(column, source))
            .collect(Collectors.joining(", "));
    Map<String, BigInteger> figures =
        read(
            doing,
            "WITH joined AS (SELECT %s FROM %s) SELECT %s FROM joined"
                .formatted(columns, source.from(), ScoreSql.SUMS),
            ScoreFigures.SUMS);
    return ScoreFigures.found(relation.rows(), figures, null);
  }

  private static String named(Column column, SourceSql source) {
    return "%s AS %s".formatted(source.cells(column), column.name());
  }

  /** The one row of a query, by these names. */
  Map<String, BigInteger> read(String doing, String select, List<String> names) {
    try (Connection connection = duckDb.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      row.next();
      Map<String, BigInteger> figures = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        figures.put(names.get(i), new BigInteger(row.getString(i + 1)));
      }
      return figures;
    } catch (SQLException e) {
      throw new TableException(doing + ": " + Sql.reason(e), e);
    }
  }
}
