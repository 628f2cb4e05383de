package dev.plumbline.transforms.parquet;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The parquet_write stage in Beam: packed pages in, files {@code rows-NNNNN-of-NNNNN.parquet} in
 * the directory and, when all of them are complete, one {@link WrittenTable} that lists them out.
 * Files are written under other names and renamed at the end.
 */
public final class WriteParquet
    extends PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> {
  private static final long serialVersionUID = 1;

  private final WriteCore core;
  private final StageClock clock;
  private final String directory;
  private final int files;

  private WriteParquet(WriteCore core, StageClock clock, String directory, int files) {
    this.core = core;
    this.clock = clock;
    this.directory = directory;
    this.files = files;
  }

  /** Writes into this directory, into as many files as the runner sees fit. */
  public static WriteParquet to(String directory, WriteCore core, StageClock clock) {
    return new WriteParquet(core, clock, directory, 0);
  }

  /** Writes this many files, at the price of a shuffle of the pages; 0 leaves it to the runner. */
  public WriteParquet withFiles(int count) {
    return new WriteParquet(core, clock, directory, count);
  }

  @Override
  public PCollection<WrittenTable> expand(PCollection<PackedPage> input) {
    FileIO.Write<Void, PackedPage> write =
        FileIO.<PackedPage>write()
            .via(new PageSink(core, clock, directory))
            .to(directory)
            .withNaming(FileIO.Write.defaultNaming("rows", ".parquet"));
    return input
        .apply("Write", files > 0 ? write.withNumShards(files) : write)
        .getPerDestinationOutputFilenames()
        .apply("Names", Values.create())
        .apply(
            "Files",
            MapElements.into(TypeDescriptor.of(WrittenFile.class)).via(ParquetFooter::read))
        .setCoder(SerializableCoder.of(WrittenFile.class))
        .apply("Table", Combine.globally(new WrittenTable.OfFiles()).withoutDefaults());
  }

  /** Writes the pages that Beam puts into one file. */
  private static final class PageSink implements FileIO.Sink<PackedPage> {
    private static final long serialVersionUID = 1;

    private final WriteCore core;
    private final StageClock clock;
    private final String directory;
    private final StageMetrics metrics;
    private transient @Nullable TimedWriter writer;

    PageSink(WriteCore core, StageClock clock, String directory) {
      this.core = core;
      this.clock = clock;
      this.directory = directory;
      this.metrics = new StageMetrics(clock.stage());
    }

    @Override
    public void open(WritableByteChannel channel) throws IOException {
      writer = new TimedWriter(core, clock, channel, directory);
    }

    @Override
    public void write(PackedPage page) throws IOException {
      metrics.add(Objects.requireNonNull(writer).write(page));
    }

    @Override
    public void flush() throws IOException {
      Objects.requireNonNull(writer).finish();
    }
  }
}
