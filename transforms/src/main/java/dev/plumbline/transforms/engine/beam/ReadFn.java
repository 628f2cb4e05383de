package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.Bin;
import dev.plumbline.transforms.engine.beam.core.BinReader;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import dev.plumbline.transforms.engine.beam.core.Share;
import dev.plumbline.transforms.engine.beam.core.Splitters;
import dev.plumbline.transforms.engine.beam.core.Tally;
import dev.plumbline.transforms.page.PackedPage;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/** Reads the row groups of a bin and routes their rows to partitions, as packed pages. */
final class ReadFn extends DoFn<Bin, KV<Integer, PackedPage>> {
  /** Pages by the number of their partition. */
  static final TupleTag<KV<Integer, PackedPage>> PAGES = new TupleTag<>("pages") {};

  /** How many rows were read. */
  static final TupleTag<Tally> READ = new TupleTag<>("read") {};

  private static final long serialVersionUID = 1;

  private final KeyedWork work;
  private final StageClock clock;
  private final PCollectionView<Splitters> splitters;
  private final StageMetrics metrics;

  ReadFn(KeyedWork work, StageClock clock, PCollectionView<Splitters> splitters) {
    this.work = work;
    this.clock = clock;
    this.splitters = splitters;
    this.metrics = new StageMetrics(clock.stage());
  }

  @ProcessElement
  public void processElement(ProcessContext context, @Element Bin bin, MultiOutputReceiver out) {
    List<KV<Integer, PackedPage>> pages = new ArrayList<>();
    BinReader reader =
        new BinReader(
            work,
            context.sideInput(splitters),
            (partition, page) -> pages.add(KV.of(partition, page)));
    long rows = 0;
    for (Share share : bin.shares()) {
      Lap lap = clock.start();
      reader.read(share);
      metrics.add(lap.stop(share.rows(), share.sizeBytes(), 0, 0));
      rows += share.rows();
      handOn(pages, out);
    }
    Lap lap = clock.start();
    reader.flush();
    metrics.add(lap.stop());
    handOn(pages, out);
    out.get(READ).output(Tally.read(rows));
  }

  /** Outside of the laps: what it sets off is not our own time. */
  private static void handOn(List<KV<Integer, PackedPage>> pages, MultiOutputReceiver out) {
    pages.forEach(out.get(PAGES)::output);
    pages.clear();
  }
}
