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
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * What the graphs of a {@link KeyedWork} share: a sample of the keys cuts them into ranges; the
 * rows of bins travel as packed pages, grouped by the number of their range; a range is worked on
 * as one.
 *
 * @param clock of the work's stage
 */
record KeyedGraph(KeyedWork work, StageClock clock) {

  /** Cuts the keys of all bins into ranges. */
  PCollection<Splitters> cut(PCollection<Bin> bins) {
    return bins.apply("Sample", ParDo.of(new SampleFn(work, clock)))
        .setCoder(SerializableCoder.of(KeySample.class))
        .apply("Cut", Combine.globally(new CutRanges()));
  }

  /** Reads all bins, works on all ranges, and gives out the table that has begun, completed. */
  PCollection<TableRun> run(
      PCollection<StartedTable> started,
      PCollection<Bin> bins,
      PCollectionView<Splitters> splitters) {
    PCollectionTuple read = read(bins, splitters);
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
    return started
        .apply("Complete", ParDo.of(new CompleteFn(work::complete, clock, all)).withSideInputs(all))
        .setCoder(SerializableCoder.of(TableRun.class));
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
