package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;

/**
 * Writes the relation of {@link dev.plumbline.transforms.analytics.Score} as one zstd Parquet file.
 *
 * @param polars the engine
 * @param roles the columns' parts
 * @param result where the relation goes
 */
record PolarsJoin(Polars polars, Roles roles, ResultFiles result) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    PolarsSink sink = new PolarsSink(polars, "join", result.whole());
    CheckedTable checked = CheckedTable.of(sink.doing(), table, roles.scored());
    return sink.write(table, json -> RequestFields.score(json, checked, roles));
  }
}
