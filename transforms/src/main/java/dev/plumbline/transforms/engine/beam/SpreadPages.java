package dev.plumbline.transforms.engine.beam;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.engine.beam.core.Bins;
import dev.plumbline.transforms.engine.beam.core.KeyedWork;
import dev.plumbline.transforms.engine.beam.core.PlainLoop;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.PageWork;
import dev.plumbline.transforms.table.ResultFiles;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * A work on keys whose rows come as pages, on a runner or in a plain loop.
 *
 * @param work the work, of one input
 * @param result where its result goes, in a directory that is made
 * @param schema the pages' columns
 * @param rows how many rows will come
 * @param threads how many threads the plain loop has
 */
record SpreadPages(KeyedWork work, ResultFiles result, TableSchema schema, long rows, int threads)
    implements PageWork {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(List<PackedPage> pages) {
    result.makeDirectory();
    return PlainLoop.run(work, Bins.of(pages, schema, threads), threads);
  }

  @Override
  public PTransform<PCollection<PackedPage>, PCollectionTuple> spread(
      StageClock clock, int shards) {
    return new BringPagesTogether(work, result, schema, rows, clock, shards);
  }
}
