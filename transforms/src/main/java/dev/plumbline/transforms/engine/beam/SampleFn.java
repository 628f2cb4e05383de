package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.BinReader;
import dev.plumbline.transforms.engine.beam.core.KeySample;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import org.apache.beam.sdk.transforms.DoFn;

/** Samples the keys of a bin. */
final class SampleFn extends DoFn<Bin, KeySample> {
  private static final long serialVersionUID = 1;

  private final KeyedWork work;
  private final StageClock clock;
  private final StageMetrics metrics;

  SampleFn(KeyedWork work, StageClock clock) {
    this.work = work;
    this.clock = clock;
    this.metrics = new StageMetrics(clock.stage());
  }

  @ProcessElement
  public void processElement(@Element Bin bin, OutputReceiver<KeySample> out) {
    Lap lap = clock.start();
    KeySample sample = BinReader.sample(work, bin);
    metrics.add(lap.stop());
    out.output(sample);
  }
}
