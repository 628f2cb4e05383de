package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.table.WrittenTable;

/** The relation of {@link Score} as DuckDB's SQL. */
final class ScoreSql {
  private ScoreSql() {}

  /**
   * The {@code WITH} clause that defines {@code source} (with {@code out_of_range}, a count for
   * each row) and {@code joined} with columns key, base_rows, edge_rows, base_avg, edge_avg, score.
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
            coalesce(base.average, 0e0) + coalesce(edge.average, 0e0) AS score
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
          END AS average
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
