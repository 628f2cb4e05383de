package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.KeySample;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import dev.plumbline.transforms.engine.beam.core.Splitters;
import dev.plumbline.transforms.engine.beam.core.Tally;
import dev.plumbline.transforms.page.PackedPageCoder;
import dev.plumbline.transforms.table.TableRun;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * A {@link KeyedWork} as a Beam graph: the one {@link TableRun} in, the same with the stage's
 * findings out. Workers read bins of row groups, after a sample of the keys has cut them into
 * ranges; the rows travel as packed pages, grouped by the number of their range; a range is worked
 * on as one.
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
    PCollection<Begun> begun =
        input.apply("Begin", ParDo.of(new BeginFn())).setCoder(SerializableCoder.of(Begun.class));
    PCollection<Bin> bins =
        begun.apply(
            "Bins", SpreadBins.of(work.name(), work::inputs, work.columns(), clock, shards));
    PCollectionTuple read = read(bins, splitters(bins));
    PCollection<Tally> finished =
        read.get(ReadFn.PAGES)
            .apply("Partition", GroupByKey.create())
            .apply("Finish", ParDo.of(new FinishFn(work, clock)))
            .setCoder(SerializableCoder.of(Tally.class));
    PCollectionView<Tally> all =
        PCollectionList.of(read.get(ReadFn.READ))
            .and(finished)
            .apply("Tallies", Flatten.pCollections())
            .apply("Sum", Combine.globally(new SumTallies()).asSingletonView());
    return begun
        .apply("Complete", ParDo.of(new CompleteFn(work::complete, clock, all)).withSideInputs(all))
        .setCoder(SerializableCoder.of(TableRun.class));
  }

  private PCollectionView<Splitters> splitters(PCollection<Bin> bins) {
    return bins.apply("Sample", ParDo.of(new SampleFn(work, clock)))
        .setCoder(SerializableCoder.of(KeySample.class))
        .apply("Cut", Combine.globally(new CutRanges()).asSingletonView());
  }

  private PCollectionTuple read(PCollection<Bin> bins, PCollectionView<Splitters> splitters) {
    PCollectionTuple read =
        bins.apply(
            "Read",
            ParDo.of(new ReadFn(work, clock, splitters))
                .withSideInputs(splitters)
                .withOutputTags(ReadFn.PAGES, TupleTagList.of(ReadFn.READ)));
    read.get(ReadFn.PAGES).setCoder(KvCoder.of(VarIntCoder.of(), PackedPageCoder.of()));
    read.get(ReadFn.READ).setCoder(SerializableCoder.of(Tally.class));
    return read;
  }
}
