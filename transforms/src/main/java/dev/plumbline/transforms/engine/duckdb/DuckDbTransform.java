package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.ResultFiles;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes the relation of {@link dev.plumbline.transforms.analytics.Score} as one zstd Parquet file.
 *
 * @param duckDb the engine
 * @param roles the columns' parts
 * @param result where the relation goes
 */
record DuckDbTransform(DuckDb duckDb, Roles roles, ResultFiles result) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    DuckDbCopy copy = new DuckDbCopy(duckDb, "transform", result.whole());
    WrittenFile file =
        copy.write(
            ScoreSql.with(copy.doing(), table, roles)
                + " SELECT * FROM joined ORDER BY key NULLS LAST, base_rows NULLS LAST");
    return new Findings(
        table.rows(), Map.of("rows", BigInteger.valueOf(file.rows())), null, List.of(file));
  }
}
