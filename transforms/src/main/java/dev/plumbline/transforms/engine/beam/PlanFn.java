package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.Bins;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Cuts the table of a work into bins. */
final class PlanFn extends DoFn<Begun, KV<Integer, Bin>> {
  private static final long serialVersionUID = 1;

  private final KeyedWork work;
  private final StageClock clock;
  private final int shards;
  private final StageMetrics metrics;

  PlanFn(KeyedWork work, StageClock clock, int shards) {
    this.work = work;
    this.clock = clock;
    this.shards = shards;
    this.metrics = new StageMetrics(clock.stage());
  }

  @ProcessElement
  public void processElement(@Element Begun begun, OutputReceiver<KV<Integer, Bin>> out) {
    Lap lap = clock.start();
    List<Bin> bins = Bins.of(work.inputs(begun.run().table()), shards);
    metrics.add(lap.stop());
    bins.forEach(bin -> out.output(KV.of(bin.number(), bin)));
  }
}
