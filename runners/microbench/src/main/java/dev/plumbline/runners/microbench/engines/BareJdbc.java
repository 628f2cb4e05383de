package dev.plumbline.runners.microbench.engines;

import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.WrittenFile;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The works over a {@link BenchTable} as plain SQL by JDBC, with nothing around it: what DuckDB's
 * stages are measured by. One connection serves them all.
 *
 * @param input the table
 * @param connection DuckDB's
 * @param directory where relations go
 */
record BareJdbc(EngineInput input, Connection connection, Path directory) implements Bare {
  private static final String SCAN =
      """
      SELECT count(*), count(key), sum(strlen(key)), count(base), sum(strlen(base)), count(edge_one), count(edge_two)
      FROM SOURCE
      """;

  private static final String SCORE =
      """
      WITH numbers AS (
        SELECT key, CASE WHEN regexp_full_match(base, 'NUMBER') THEN TRY_CAST(base AS DOUBLE) END AS b, edge_one AS e
        FROM SOURCE),
      source AS (
        SELECT key, CASE WHEN abs(b) < 9e12 THEN b END AS b, CASE WHEN abs(e) < 9e12 THEN e END AS e,
          (b IS NOT NULL AND NOT abs(b) < 9e12)::INTEGER + (e IS NOT NULL AND NOT abs(e) < 9e12)::INTEGER AS beyond
        FROM numbers),
      base AS (
        SELECT key, count(*) AS n, CASE WHEN count(b) > 0
          THEN sum(floor(b * 1e3 + 5e-1)::BIGINT)::BIGINT::DOUBLE / (count(b) * 1e3) END AS average
        FROM source GROUP BY key),
      edge AS (
        SELECT key, count(*) AS n, CASE WHEN count(e) > 0
          THEN sum(floor(e * 1e3 + 5e-1)::BIGINT)::BIGINT::DOUBLE / (count(e) * 1e3) END AS average
        FROM source GROUP BY key),
      joined AS (
        SELECT coalesce(base.key, edge.key) AS key, base.n AS base_rows, edge.n AS edge_rows,
          base.average AS base_avg, edge.average AS edge_avg,
          coalesce(base.average, 0e0) + coalesce(edge.average, 0e0) AS score
        FROM base FULL OUTER JOIN edge ON base.key = edge.key)
      """;

  private static final String ANALYTICS =
      SCORE
          + """
          SELECT count(*), sum(base_rows)::BIGINT, sum(edge_rows)::BIGINT, sum(floor(score * 1e6 + 5e-1)::HUGEINT)::VARCHAR,
            (SELECT sum(beyond)::BIGINT FROM source)
          FROM joined
          """;

  private static final String RELATION =
      SCORE + "SELECT * FROM joined ORDER BY key NULLS LAST, base_rows NULLS LAST";

  private static final String JOIN =
      """
      SELECT coalesce(l.key, two.key) AS key, l.base, l.edge_one, two.edge_two
      FROM (SELECT coalesce(base.key, one.key) AS key, base.base, one.edge_one, coalesce(base.place, one.place) AS place
          FROM (SELECT *, 0 AS place FROM BASE) AS base
          FULL OUTER JOIN (SELECT *, 1 AS place FROM EDGE1) AS one ON base.key = one.key) AS l
        FULL OUTER JOIN EDGE2 AS two ON l.key = two.key
      ORDER BY 1 NULLS LAST, l.place NULLS LAST
      """;

  @Override
  public Findings run(EngineWork work) throws Exception {
    return switch (work) {
      case SCAN -> query(SCAN, this::scanned);
      case ANALYTICS -> query(ANALYTICS, this::summedUp);
      case ENGINE_PIPELINE -> copy(RELATION);
      case JOIN_ENGINE -> copy(JOIN);
    };
  }

  @FunctionalInterface
  private interface Reading {
    Findings of(ResultSet row) throws SQLException;
  }

  private Findings query(String select, Reading reading) throws SQLException {
    String sql = withFiles(select);
    String unwanted = select.equals(SCAN) ? "statistics_propagation" : ""; // it would not read
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET disabled_optimizers = '" + unwanted + "'");
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return reading.of(row);
      }
    }
  }

  private Findings scanned(ResultSet row) throws SQLException {
    Map<String, BigInteger> figures = new TreeMap<>();
    List<String> names = ScanFigures.names(input.schema());
    for (int i = 0; i < names.size(); i++) {
      figures.put(names.get(i), BigInteger.valueOf(row.getLong(i + 2)));
    }
    return new Findings(row.getLong(1), figures, null, List.of());
  }

  private Findings summedUp(ResultSet row) throws SQLException {
    Map<String, BigInteger> figures =
        Map.of(
            ScoreFigures.KEY_COUNT, BigInteger.valueOf(row.getLong(1)),
            ScoreFigures.BASE_ROWS_SUM, BigInteger.valueOf(row.getLong(2)),
            ScoreFigures.EDGE_ROWS_SUM, BigInteger.valueOf(row.getLong(3)),
            ScoreFigures.SCORE_SUM, new BigInteger(row.getString(4)),
            ScoreFigures.OUT_OF_RANGE, BigInteger.valueOf(row.getLong(5)));
    return ScoreFigures.found(input.source().rows(), figures, null);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private Findings copy(String select) throws Exception {
    Path file = directory.resolve("bare.parquet");
    String sql =
        "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)".formatted(withFiles(select), file);
    long rows;
    try (Statement statement = connection.createStatement()) {
      rows = statement.executeLargeUpdate(sql);
    }
    WrittenFile written = new WrittenFile(file.toString(), rows, Files.size(file));
    return new Findings(
        input.source().rows(), Map.of("rows", BigInteger.valueOf(rows)), null, List.of(written));
  }

  private String withFiles(String select) {
    return select
        .replace("NUMBER", Score.NUMBER)
        .replace("SOURCE", parquet(input.source().files().get(0)))
        .replace("BASE", parquet(CanonicalTables.file(input.canonical(), 0)))
        .replace("EDGE1", parquet(CanonicalTables.file(input.canonical(), 1)))
        .replace("EDGE2", parquet(CanonicalTables.file(input.canonical(), 2)));
  }

  private static String parquet(WrittenFile file) {
    return "read_parquet('" + file.path() + "')";
  }
}
