package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.analytics.ResultHash;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;

/**
 * Sums up the relation of {@link dev.plumbline.transforms.analytics.Score}.
 *
 * @param polars the engine
 * @param roles the columns' parts
 */
record PolarsAnalytics(Polars polars, Roles roles) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "analytics by '" + roles.key().name() + "'";
    CheckedTable.of(doing, table, roles.scored());
    WorkerAnswer answer =
        polars.ask(
            new WorkerRequest(doing, "analytics", json -> RequestFields.score(json, table, roles)));
    ResultHash.Sums sums =
        new ResultHash.Sums(
            answer.figure("key_count").longValueExact(),
            answer.figure("base_rows_sum").longValueExact(),
            answer.figure("edge_rows_sum").longValueExact(),
            answer.figure("score_sum"));
    return new Findings(
        table.rows(), answer.figures(), ResultHash.of(sums), List.of(), answer.use());
  }
}
