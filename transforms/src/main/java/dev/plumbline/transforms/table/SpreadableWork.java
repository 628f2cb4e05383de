package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageClock;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * The work of a stage on a whole table that a Beam runner spreads over its workers. {@link #run} is
 * the same work in a plain loop.
 */
public interface SpreadableWork extends TableCore {
  /**
   * The work as a Beam graph: the one {@link TableRun} in, the same with the stage's findings out.
   *
   * @param clock the stage's clock, which each piece of work notes its interval with
   * @param shards in how many pieces the runner can work at once
   */
  PTransform<PCollection<TableRun>, PCollection<TableRun>> spread(StageClock clock, int shards);
}
