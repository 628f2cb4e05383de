package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WritePages;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;

/**
 * The parquet_write stage in Beam: packed pages in, files {@code rows-NNNNN-of-NNNNN.parquet} in
 * the directory and, when all of them are complete, out as {@link WritePages} says.
 */
public final class WriteParquet extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
  private static final long serialVersionUID = 1;

  private final WritePages pages;

  private WriteParquet(WritePages pages) {
    this.pages = pages;
  }

  /** Writes into this directory, a file for each bundle. */
  public static WriteParquet to(String directory, WriteCore core, StageClock clock) {
    return new WriteParquet(WritePages.to(directory, ".parquet", core, clock, ParquetFooter::read));
  }

  /** Writes so many files for each bundle, at once. */
  public WriteParquet withThreads(int count) {
    return new WriteParquet(pages.withThreads(count));
  }

  /** With the side output for the judge, if the files are judged. */
  public WriteParquet withParity(boolean sideOutput) {
    return sideOutput ? new WriteParquet(pages.withParity(ParquetFooter::given)) : this;
  }

  @Override
  public PCollectionTuple expand(PCollection<PackedPage> input) {
    // expanded, not applied: its steps are the stage's own, without a composite in between
    return pages.expand(input);
  }
}
