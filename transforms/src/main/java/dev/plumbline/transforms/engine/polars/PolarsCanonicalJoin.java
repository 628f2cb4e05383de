package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;

/**
 * Writes the joined relation of {@link CanonicalTables} as one zstd Parquet file.
 *
 * @param polars the engine
 * @param roles the parts of the source's columns
 * @param result where the relation goes
 */
record PolarsCanonicalJoin(Polars polars, Roles roles, ResultFiles result) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    PolarsSink sink = new PolarsSink(polars, "canonical_join", result.whole());
    CheckedTable.all(sink.doing(), CanonicalTables.tables(table), CanonicalTables.columns(roles));
    return sink.write(
        table,
        json -> {
          for (int i = 0; i < CanonicalTables.NAMES.size(); i++) {
            json.writeStringField(
                CanonicalTables.NAMES.get(i), CanonicalTables.file(table, i).path());
          }
        });
  }
}
