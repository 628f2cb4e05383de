package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import dev.plumbline.transforms.engine.beam.core.Splitters;
import dev.plumbline.transforms.table.TableRun;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;

/**
 * A {@link KeyedWork} on a table as a Beam graph: the one {@link TableRun} in, the same with the
 * stage's findings out. Workers read bins of row groups.
 */
final class BringTogether extends PTransform<PCollection<TableRun>, PCollection<TableRun>> {
  private static final long serialVersionUID = 1;

  private final KeyedWork work;
  private final StageClock clock;
  private final int shards;

  BringTogether(KeyedWork work, StageClock clock, int shards) {
    this.work = work;
    this.clock = clock;
    this.shards = shards;
  }

  @Override
  public PCollection<TableRun> expand(PCollection<TableRun> input) {
    PCollection<StartedTable> started =
        input
            .apply("Begin", ParDo.of(new BeginFn()))
            .setCoder(SerializableCoder.of(StartedTable.class));
    PCollection<Bin> bins =
        started.apply(
            "Bins", SpreadBins.of(work.name(), work::inputs, work.columns(), clock, shards));
    KeyedGraph graph = new KeyedGraph(work, clock);
    PCollection<Splitters> cut = graph.cut(bins);
    return graph.run(started, bins, cut.apply("Splitters", View.asSingleton()));
  }
}
