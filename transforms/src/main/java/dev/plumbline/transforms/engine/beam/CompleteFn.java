package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.PeakRss;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Tally;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.TableRun;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollectionView;

/** Completes a work when all its pieces are done, and notes what the stage found. */
final class CompleteFn extends DoFn<StartedTable, TableRun> {
  private static final long serialVersionUID = 1;

  private final SerializableFunction<Tally, Findings> complete;
  private final StageClock clock;
  private final PCollectionView<Tally> all;
  private final StageMetrics metrics;

  CompleteFn(
      SerializableFunction<Tally, Findings> complete,
      StageClock clock,
      PCollectionView<Tally> all) {
    this.complete = complete;
    this.clock = clock;
    this.all = all;
    this.metrics = new StageMetrics(clock.stage());
  }

  @ProcessElement
  public void processElement(
      ProcessContext context, @Element StartedTable started, OutputReceiver<TableRun> out) {
    Tally tally = context.sideInput(all);
    Lap lap = clock.start();
    Findings findings = complete.apply(tally);
    metrics.add(lap.stop());
    out.output(
        started
            .run()
            .with(
                new StageFindings(
                    clock.stage(), findings, started.peakRssBeforeBytes(), PeakRss.read())));
  }
}
