package dev.plumbline.transforms.engine.beam;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import dev.plumbline.transforms.engine.beam.core.Sampling;
import dev.plumbline.transforms.engine.beam.core.Share;
import dev.plumbline.transforms.engine.beam.core.Splitters;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import dev.plumbline.transforms.table.JudgeTable;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableRun;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * A {@link KeyedWork} on pages as a Beam graph: packed pages in, out under {@link JudgeTable#TABLE}
 * one {@link TableRun} of no files with the stage's findings, under {@link PageWork#TAKEN} the
 * pages. They are grouped into bins: so all of them are there when their keys are cut into ranges.
 */
final class BringPagesTogether extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1;
  private static final TupleTag<Bin> BINS = new TupleTag<>("bins") {};

  private final KeyedWork work;
  private final ResultFiles result;
  private final TableSchema schema;
  private final long rows;
  private final StageClock clock;
  private final int shards;

  /** Of about so many rows, for a runner that can work in so many pieces at once. */
  BringPagesTogether(
      KeyedWork work,
      ResultFiles result,
      TableSchema schema,
      long rows,
      StageClock clock,
      int shards) {
    this.work = work;
    this.result = result;
    this.schema = schema;
    this.rows = rows;
    this.clock = clock;
    this.shards = shards;
  }

  @Override
  public PCollectionTuple expand(PCollection<PackedPage> pages) {
    PCollectionTuple grouped = grouped(pages);
    PCollection<Bin> bins = grouped.get(BINS).setCoder(SerializableCoder.of(Bin.class));
    KeyedGraph graph = new KeyedGraph(work, clock);
    PCollection<Splitters> cut = graph.cut(bins);
    PCollection<StartedTable> started =
        cut.apply(
                "Rows",
                MapElements.into(TypeDescriptor.of(TableRun.class))
                    .via(all -> TableRun.of(new WrittenTable(List.of()))))
            .setCoder(SerializableCoder.of(TableRun.class))
            .apply("Begin", ParDo.of(new BeginFn()))
            .setCoder(SerializableCoder.of(StartedTable.class));
    return PCollectionTuple.of(
            JudgeTable.TABLE, graph.run(started, bins, cut.apply("Splitters", View.asSingleton())))
        .and(PageWork.TAKEN, grouped.get(PageWork.TAKEN).setCoder(PackedPageCoder.of()));
  }

  private PCollectionTuple grouped(PCollection<PackedPage> pages) {
    int bins = Sampling.pageBins(rows, shards);
    return pages
        .apply(
            "Bin",
            WithKeys.of((PackedPage page) -> page.index() % bins)
                .withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), PackedPageCoder.of()))
        .apply("Bring", GroupByKey.create())
        .apply(
            "Bins",
            ParDo.of(new BinFn(result, schema, Sampling.of(new long[] {rows}, shards), clock))
                .withOutputTags(BINS, TupleTagList.of(PageWork.TAKEN)));
  }

  private static final class BinFn extends DoFn<KV<Integer, Iterable<PackedPage>>, Bin> {
    private static final long serialVersionUID = 1;

    private final ResultFiles result;
    private final TableSchema schema;
    private final Sampling sampling;
    private final StageClock clock;
    private final StageMetrics metrics;

    BinFn(ResultFiles result, TableSchema schema, Sampling sampling, StageClock clock) {
      this.result = result;
      this.schema = schema;
      this.sampling = sampling;
      this.clock = clock;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<PackedPage>> bin, MultiOutputReceiver out) {
      Lap lap = clock.start();
      result.makeDirectory();
      List<PackedPage> pages = new ArrayList<>();
      bin.getValue().forEach(pages::add); // some runners let us go through them only once
      List<Share> shares = new ArrayList<>();
      pages.forEach(page -> shares.add(new Share.Paged(page, schema)));
      metrics.add(lap.stop());
      pages.forEach(out.get(PageWork.TAKEN)::output);
      out.get(BINS).output(new Bin(bin.getKey(), sampling, shares));
    }
  }
}
