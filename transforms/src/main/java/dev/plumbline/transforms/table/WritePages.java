package dev.plumbline.transforms.table;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.PackedPage;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * What write stages in Beam share: packed pages in, files {@code rows-NNNNN-of-NNNNN} with a suffix
 * in the directory and, when all of them are complete, out under {@link #TABLE} one {@link
 * WrittenTable} that lists them, and under {@link #PARITY} for each what pages it was given. Files
 * are written under other names and renamed at the end.
 */
public final class WritePages extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
  /** The table of all files. */
  public static final TupleTag<WrittenTable> TABLE = new TupleTag<>("table") {};

  /** What pages each file was given, for the judge; empty where files do not tell. */
  public static final TupleTag<PageDigest> PARITY = new TupleTag<>("pages_parity") {};

  private static final TupleTag<WrittenFile> FILES = new TupleTag<>("files") {};
  private static final long serialVersionUID = 1;

  private final WriteCore core;
  private final StageClock clock;
  private final String directory;
  private final String suffix;
  private final SerializableFunction<String, WrittenFile> reader;
  private final @Nullable SerializableFunction<String, PageDigest> given;
  private final int files;

  private WritePages(
      WriteCore core,
      StageClock clock,
      String directory,
      String suffix,
      SerializableFunction<String, WrittenFile> reader,
      @Nullable SerializableFunction<String, PageDigest> given,
      int files) {
    this.core = core;
    this.clock = clock;
    this.directory = directory;
    this.suffix = suffix;
    this.reader = reader;
    this.given = given;
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
    return new WritePages(core, clock, directory, suffix, reader, null, 0);
  }

  /** Writes this many files, at the price of a shuffle of the pages; 0 leaves it to the runner. */
  public WritePages withFiles(int count) {
    return new WritePages(core, clock, directory, suffix, reader, given, count);
  }

  /**
   * With the side output for the judge.
   *
   * @param told tells from a complete file, by its path, what pages it was given
   */
  public WritePages withParity(SerializableFunction<String, PageDigest> told) {
    return new WritePages(core, clock, directory, suffix, reader, told, files);
  }

  @Override
  public PCollectionTuple expand(PCollection<PackedPage> input) {
    FileIO.Write<Void, PackedPage> write =
        FileIO.<PackedPage>write()
            .via(new PageSink(core, clock, directory))
            .to(directory)
            .withNaming(FileIO.Write.defaultNaming("rows", suffix));
    PCollectionTuple written =
        input
            .apply("Write", files > 0 ? write.withNumShards(files) : write)
            .getPerDestinationOutputFilenames()
            .apply("Names", Values.create())
            .apply(
                "Files",
                ParDo.of(new FileFn(reader, given)).withOutputTags(FILES, TupleTagList.of(PARITY)));
    written.get(PARITY).setCoder(SerializableCoder.of(PageDigest.class));
    PCollection<WrittenTable> table =
        written
            .get(FILES)
            .setCoder(SerializableCoder.of(WrittenFile.class))
            .apply("Table", Combine.globally(new WrittenTable.OfFiles()).withoutDefaults());
    return PCollectionTuple.of(TABLE, table).and(PARITY, written.get(PARITY));
  }

  private static final class FileFn extends DoFn<String, WrittenFile> {
    private static final long serialVersionUID = 1;

    private final SerializableFunction<String, WrittenFile> reader;
    private final @Nullable SerializableFunction<String, PageDigest> given;

    FileFn(
        SerializableFunction<String, WrittenFile> reader,
        @Nullable SerializableFunction<String, PageDigest> given) {
      this.reader = reader;
      this.given = given;
    }

    @ProcessElement
    public void processElement(@Element String file, MultiOutputReceiver out) {
      out.get(FILES).output(reader.apply(file));
      if (given != null) {
        out.get(PARITY).output(given.apply(file));
      }
    }
  }
}
