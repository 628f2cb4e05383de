package dev.plumbline.transforms.engine.polars;

import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;

/**
 * Sums up a written relation of {@link dev.plumbline.transforms.analytics.Score}.
 *
 * @param polars the engine
 */
record PolarsSums(Polars polars) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable relation) {
    String doing = "analytics";
    CheckedTable.of(doing, relation, ScoreFigures.SUMMED);
    WorkerAnswer answer =
        polars.ask(new WorkerRequest(doing, "sums", json -> RequestFields.files(json, relation)));
    return ScoreFigures.found(relation.rows(), answer.figures(), answer.use());
  }
}
