package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes the joined relation of {@link CanonicalTables} as one zstd Parquet file.
 *
 * @param duckDb the engine
 * @param roles the parts of the source's columns
 * @param result where the relation goes
 */
record DuckDbJoin(DuckDb duckDb, Roles roles, ResultFiles result) implements TableCore {
  private static final long serialVersionUID = 1;

  /** Only null keys are in more than one row. Their order is that of the tables. */
  private static final String SELECT =
      """
      SELECT coalesce(first.key, two.key) AS key, first.base AS base, first.edge_one AS edge_one,
        two.edge_two AS edge_two
      FROM (
        SELECT coalesce(base.key, one.key) AS key, base.base AS base, one.edge_one AS edge_one,
          coalesce(base.place, one.place) AS place
        FROM (SELECT *, 0 AS place FROM %s) AS base
        FULL OUTER JOIN (SELECT *, 1 AS place FROM %s) AS one ON base.key = one.key) AS first
      FULL OUTER JOIN %s AS two ON first.key = two.key
      ORDER BY 1 NULLS LAST, first.place NULLS LAST
      """;

  @Override
  public Findings run(WrittenTable table) {
    String select = SELECT.formatted(relation(table, 0), relation(table, 1), relation(table, 2));
    WrittenFile file = DuckDbCopy.write(duckDb, "join", select, result.whole());
    return new Findings(
        table.rows(), Map.of("rows", BigInteger.valueOf(file.rows())), null, List.of(file));
  }

  private static String relation(WrittenTable tables, int table) {
    return Sql.parquet(new WrittenTable(List.of(CanonicalTables.file(tables, table))));
  }
}
