package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.ReadWork;
import dev.plumbline.transforms.engine.beam.core.Share;
import dev.plumbline.transforms.engine.beam.core.Tally;
import dev.plumbline.transforms.table.TableRun;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * A {@link ReadWork} as a Beam graph: the one {@link TableRun} in, the same with the stage's
 * findings out. Only counts travel, never rows.
 */
final class ReadBins extends PTransform<PCollection<TableRun>, PCollection<TableRun>> {
  private static final long serialVersionUID = 1;

  private final ReadWork work;
  private final StageClock clock;
  private final int shards;

  ReadBins(ReadWork work, StageClock clock, int shards) {
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
    PCollectionView<Tally> all =
        started
            .apply(
                "Bins",
                SpreadBins.of(work.name(), List::of, List.of(work.columns()), clock, shards))
            .apply("Read", ParDo.of(new WorkFn(work, clock)))
            .setCoder(SerializableCoder.of(Tally.class))
            .apply("Sum", Combine.globally(new SumTallies()).asSingletonView());
    return started
        .apply("Complete", ParDo.of(new CompleteFn(work::complete, clock, all)).withSideInputs(all))
        .setCoder(SerializableCoder.of(TableRun.class));
  }

  /** Works on the row groups of a bin. */
  private static final class WorkFn extends DoFn<Bin, Tally> {
    private static final long serialVersionUID = 1;

    private final ReadWork work;
    private final StageClock clock;
    private final StageMetrics metrics;

    WorkFn(ReadWork work, StageClock clock) {
      this.work = work;
      this.clock = clock;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(@Element Bin bin, OutputReceiver<Tally> out) {
      Tally sum = Tally.NONE;
      for (Share share : bin.shares()) {
        Lap lap = clock.start();
        sum = sum.plus(work.read(share));
        metrics.add(lap.stop(share.rows(), share.sizeBytes(), 0, 0));
      }
      out.output(sum);
    }
  }
}
