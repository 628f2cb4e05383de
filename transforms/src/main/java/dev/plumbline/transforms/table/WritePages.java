package dev.plumbline.transforms.table;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * What write stages in Beam share: packed pages in, files {@code rows-NNNNN-of-NNNNN} with a suffix
 * in the directory and, when all of them are complete, one {@link WrittenTable} that lists them
 * out. Files are written under other names and renamed at the end.
 */
public final class WritePages
    extends PTransform<PCollection<PackedPage>, PCollection<WrittenTable>> {
  private static final long serialVersionUID = 1;

  private final WriteCore core;
  private final StageClock clock;
  private final String directory;
  private final String suffix;
  private final SerializableFunction<String, WrittenFile> reader;
  private final int files;

  private WritePages(
      WriteCore core,
      StageClock clock,
      String directory,
      String suffix,
      SerializableFunction<String, WrittenFile> reader,
      int files) {
    this.core = core;
    this.clock = clock;
    this.directory = directory;
    this.suffix = suffix;
    this.reader = reader;
    this.files = files;
  }

  /**
   * Writes into this directory, into as many files as the runner sees fit.
   *
   * @param suffix of the files' names, such as {@code .parquet}
   * @param reader tells from a complete file, by its path, what the table lists of it
   */
  public static WritePages to(
      String directory,
      String suffix,
      WriteCore core,
      StageClock clock,
      SerializableFunction<String, WrittenFile> reader) {
    return new WritePages(core, clock, directory, suffix, reader, 0);
  }

  /** Writes this many files, at the price of a shuffle of the pages; 0 leaves it to the runner. */
  public WritePages withFiles(int count) {
    return new WritePages(core, clock, directory, suffix, reader, count);
  }

  @Override
  public PCollection<WrittenTable> expand(PCollection<PackedPage> input) {
    FileIO.Write<Void, PackedPage> write =
        FileIO.<PackedPage>write()
            .via(new PageSink(core, clock, directory))
            .to(directory)
            .withNaming(FileIO.Write.defaultNaming("rows", suffix));
    return input
        .apply("Write", files > 0 ? write.withNumShards(files) : write)
        .getPerDestinationOutputFilenames()
        .apply("Names", Values.create())
        .apply("Files", MapElements.into(TypeDescriptor.of(WrittenFile.class)).via(reader))
        .setCoder(SerializableCoder.of(WrittenFile.class))
        .apply("Table", Combine.globally(new WrittenTable.OfFiles()).withoutDefaults());
  }
}
