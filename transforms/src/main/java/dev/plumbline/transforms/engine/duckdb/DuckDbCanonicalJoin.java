package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Writes the joined relation of {@link CanonicalTables} as one zstd Parquet file.
 *
 * @param duckDb the engine
 * @param roles the parts of the source's columns
 * @param result where the relation goes
 */
record DuckDbCanonicalJoin(DuckDb duckDb, Roles roles, ResultFiles result) implements TableCore {
  private static final long serialVersionUID = 1;

  /** Only null keys are in more than one row. Their order is that of the tables. */
  private static final String SELECT =
      """
      SELECT coalesce(first.key, two.key) AS key, first.base AS base, first.edge_one AS edge_one,
        two.edge_two AS edge_two
      FROM (
        SELECT coalesce(base.key, one.key) AS key, base.base AS base, one.edge_one AS edge_one,
          coalesce(base.place, one.place) AS place
        FROM (%s) AS base FULL OUTER JOIN (%s) AS one ON base.key = one.key) AS first
      FULL OUTER JOIN (%s) AS two ON first.key = two.key
      ORDER BY 1 NULLS LAST, first.place NULLS LAST
      """;

  @Override
  public Findings run(WrittenTable table) {
    DuckDbCopy copy = new DuckDbCopy(duckDb, "canonical_join", result.whole());
    List<CheckedTable> tables =
        CheckedTable.all(
            copy.doing(), CanonicalTables.tables(table), CanonicalTables.columns(roles));
    Object[] relations =
        IntStream.range(0, tables.size())
            .mapToObj(i -> relation(i, SourceSql.of(copy.doing(), tables.get(i))))
            .toArray();
    WrittenFile file = copy.write(SELECT.formatted(relations));
    return new Findings(
        table.rows(), Map.of("rows", BigInteger.valueOf(file.rows())), null, List.of(file));
  }

  private String relation(int table, SourceSql source) {
    Column key = CanonicalTables.schema(roles, table).column(0);
    Column value = CanonicalTables.schema(roles, table).column(1);
    return "SELECT %s AS key, %s AS %s, %d AS place FROM %s"
        .formatted(source.cells(key), source.cells(value), value.name(), table, source.from());
  }
}
