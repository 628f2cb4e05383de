package dev.plumbline.transforms.engine.beam;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageClock.Lap;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import dev.plumbline.transforms.engine.beam.core.Partitions;
import dev.plumbline.transforms.engine.beam.core.Tally;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WrittenFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Does the work of a partition. */
final class FinishFn extends DoFn<KV<Integer, Iterable<PackedPage>>, Tally> {
  private static final long serialVersionUID = 1;

  private final KeyedWork work;
  private final StageClock clock;
  private final StageMetrics metrics;

  FinishFn(KeyedWork work, StageClock clock) {
    this.work = work;
    this.clock = clock;
    this.metrics = new StageMetrics(clock.stage());
  }

  @ProcessElement
  public void processElement(
      @Element KV<Integer, Iterable<PackedPage>> partition, OutputReceiver<Tally> out) {
    List<PackedPage> pages = new ArrayList<>();
    partition.getValue().forEach(pages::add); // some runners let us go through them only once
    Lap lap = clock.start();
    Tally tally = Partitions.finish(work, partition.getKey(), pages);
    long bytesIn = pages.stream().mapToLong(page -> page.data().length).sum();
    long bytesOut = tally.files().stream().mapToLong(WrittenFile::sizeBytes).sum();
    metrics.add(lap.stop(0, bytesIn, bytesOut, 0));
    out.output(tally);
  }
}
