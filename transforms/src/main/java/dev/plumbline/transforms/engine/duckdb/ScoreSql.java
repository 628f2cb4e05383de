package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.table.WrittenTable;

/** The relation of {@link Score} as DuckDB's SQL. */
final class ScoreSql {
  /**
   * What a relation with columns base_rows, edge_rows and score adds up to, as ScoreFigures.SUMS
   * has them.
   */
  static final String SUMS =
      """
      count(*), CAST(coalesce(sum(base_rows), 0) AS BIGINT), CAST(coalesce(sum(edge_rows), 0) AS BIGINT),
        CAST(coalesce(sum(CAST(floor(score * 1e6 + 5e-1) AS HUGEINT)), 0) AS VARCHAR)""";

  /** How many numbers of {@code joined} counted as null for their size. */
  static final String OUT_OF_RANGE = "CAST(coalesce(sum(out_of_range), 0) AS BIGINT)";

  private ScoreSql() {}

  /**
   * The {@code WITH} clause that defines {@code joined} with columns key, base_rows, edge_rows,
   * base_avg, edge_avg, score, and out_of_range, which counts for both sides.
   *
   * @param doing what it is wanted for, for errors
   * @throws dev.plumbline.transforms.table.TableException see {@link SourceSql#of}
   */
  static String with(String doing, WrittenTable table, Roles roles) {
    Column base = roles.base();
    Column edge = roles.edgeOne();
    SourceSql source = SourceSql.of(doing, table, roles.scored());
    return """
        WITH numbers AS (SELECT %s AS k, %s AS b, %s AS e FROM %s),
        source AS (
          SELECT k, %s AS b, %s AS e, %s + %s AS out_of_range FROM numbers),
        base AS (%s),
        edge AS (%s),
        joined AS (
          SELECT coalesce(base.k, edge.k) AS key, base.n AS base_rows, edge.n AS edge_rows,
            base.average AS base_avg, edge.average AS edge_avg,
            coalesce(base.average, 0e0) + coalesce(edge.average, 0e0) AS score, base.out_of_range AS out_of_range
          FROM base FULL OUTER JOIN edge ON base.k = edge.k)
        """
        .formatted(
            source.cells(roles.key()),
            number(base.type(), source.cells(base)),
            number(edge.type(), source.cells(edge)),
            source.from(),
            inRange("b"),
            inRange("e"),
            outOfRange("b"),
            outOfRange("e"),
            grouped("b"),
            grouped("e"));
  }

  private static String grouped(String number) {
    return """
        SELECT k, count(*) AS n,
          CASE WHEN count(%1$s) > 0 THEN
            CAST(CAST(sum(CAST(floor(%1$s * 1e3 + 5e-1) AS BIGINT)) AS BIGINT) AS DOUBLE) / (count(%1$s) * 1e3)
          END AS average, sum(out_of_range) AS out_of_range
        FROM source GROUP BY k"""
        .formatted(number);
  }

  private static String inRange(String number) {
    return "CASE WHEN abs(%1$s) < %2$s THEN %1$s END".formatted(number, Score.LIMIT);
  }

  private static String outOfRange(String number) {
    return "CAST(%1$s IS NOT NULL AND NOT abs(%1$s) < %2$s AS INTEGER)"
        .formatted(number, Score.LIMIT);
  }

  /** Null where a cell is no number; a text whose number no double holds is out of every range. */
  private static String number(ColumnType type, String cells) {
    return switch (type) {
      case INT64, DOUBLE, DECIMAL -> "CAST(" + cells + " AS DOUBLE)";
      case STRING ->
          "CASE WHEN regexp_full_match(%1$s, '%2$s') THEN coalesce(TRY_CAST(%1$s AS DOUBLE), 'infinity') END"
              .formatted(cells, Score.NUMBER);
      case BOOLEAN, DATE, TIMESTAMP -> "CAST(NULL AS DOUBLE)";
    };
  }
}
