package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.engine.beam.core.PlainLoop;
import dev.plumbline.transforms.engine.beam.core.ReadWork;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.SpreadableWork;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WrittenTable;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * A work that reads a table once, on a runner or in a plain loop.
 *
 * @param work the work
 * @param threads how many threads the plain loop has
 */
record SpreadRead(ReadWork work, int threads) implements SpreadableWork {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    return PlainLoop.run(work, table, threads);
  }

  @Override
  public PTransform<PCollection<TableRun>, PCollection<TableRun>> spread(
      StageClock clock, int shards) {
    return new ReadBins(work, clock, shards);
  }
}
