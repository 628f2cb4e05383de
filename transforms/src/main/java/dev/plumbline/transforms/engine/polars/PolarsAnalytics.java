package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;

/**
 * Makes the relation of {@link dev.plumbline.transforms.analytics.Score} and sums it up, in one
 * query.
 *
 * @param polars the engine
 * @param roles the columns' parts
 */
record PolarsAnalytics(Polars polars, Roles roles) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "analytics by '" + roles.key().name() + "'";
    CheckedTable checked = CheckedTable.of(doing, table, roles.scored());
    WorkerAnswer answer =
        polars.ask(
            new WorkerRequest(
                doing, "analytics", json -> RequestFields.score(json, checked, roles)));
    return ScoreFigures.found(table.rows(), answer.figures(), answer.use());
  }
}
