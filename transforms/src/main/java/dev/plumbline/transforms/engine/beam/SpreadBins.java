package dev.plumbline.transforms.engine.beam;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.Bins;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Cuts a table into bins and hands these out to all workers. There are few: each is a bundle on one
 * runner; and on another all of them would be one bundle without the reshuffle.
 */
final class SpreadBins extends PTransform<PCollection<StartedTable>, PCollection<Bin>> {
  private static final long serialVersionUID = 1;

  private final String work;
  private final SerializableFunction<WrittenTable, List<WrittenTable>> inputs;
  private final List<List<Column>> columns;
  private final StageClock clock;
  private final int shards;

  private SpreadBins(
      String work,
      SerializableFunction<WrittenTable, List<WrittenTable>> inputs,
      List<List<Column>> columns,
      StageClock clock,
      int shards) {
    this.work = work;
    this.inputs = inputs;
    this.columns = columns;
    this.clock = clock;
    this.shards = shards;
  }

  /** Of these columns of the inputs that a work makes of a table, in at most this many bins. */
  static SpreadBins of(
      String work,
      SerializableFunction<WrittenTable, List<WrittenTable>> inputs,
      List<List<Column>> columns,
      StageClock clock,
      int shards) {
    return new SpreadBins(work, inputs, columns, clock, shards);
  }

  @Override
  public PCollection<Bin> expand(PCollection<StartedTable> started) {
    return started
        .apply("Plan", ParDo.of(new PlanFn(work, inputs, columns, clock, shards)))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(Bin.class)))
        .apply("Spread", Reshuffle.of())
        .apply("Values", Values.create());
  }

  private static final class PlanFn extends DoFn<StartedTable, KV<Integer, Bin>> {
    private static final long serialVersionUID = 1;

    private final String work;
    private final SerializableFunction<WrittenTable, List<WrittenTable>> inputs;
    private final List<List<Column>> columns;
    private final StageClock clock;
    private final int shards;
    private final StageMetrics metrics;

    PlanFn(
        String work,
        SerializableFunction<WrittenTable, List<WrittenTable>> inputs,
        List<List<Column>> columns,
        StageClock clock,
        int shards) {
      this.work = work;
      this.inputs = inputs;
      this.columns = columns;
      this.clock = clock;
      this.shards = shards;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(
        @Element StartedTable started, OutputReceiver<KV<Integer, Bin>> out) {
      Lap lap = clock.start();
      List<Bin> bins = Bins.of(work, inputs.apply(started.run().given()), columns, shards);
      metrics.add(lap.stop());
      bins.forEach(bin -> out.output(KV.of(bin.number(), bin)));
    }
  }
}
