package dev.plumbline.transforms.table;

import dev.plumbline.parity.PageDigest;
import dev.plumbline.transforms.bundle.Bundles;
import dev.plumbline.transforms.bundle.Lanes;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.page.PackedPage;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;

/**
 * What write stages in Beam share: packed pages in, files {@code rows-NNNNN-of-NNNNN} with a suffix
 * in the directory and, when all of them are complete, out under {@link #TABLE} one {@link
 * WrittenTable} that lists them, and under {@link #PARITY} for each what pages it was given.
 *
 * <p>Each bundle writes a file for each of its threads that has a page, into one folder of the
 * transform inside the directory, under a name that nobody guesses. When all bundles are through,
 * {@link NameParts} names the files that they told of and removes the folder with what else lies
 * there: a bundle that was tried twice leaves its rows once. A pipeline that fails leaves the
 * folder, whose name begins with a dot. Nothing is grouped, so no runner has to keep a page.
 */
public final class WritePages extends PTransform<PCollection<PackedPage>, PCollectionTuple> {
  /** The table of all files. */
  public static final TupleTag<WrittenTable> TABLE = new TupleTag<>("table") {};

  /** What pages each file was given, for the judge; empty where files do not tell. */
  public static final TupleTag<PageDigest> PARITY = new TupleTag<>("pages_parity") {};

  private static final long serialVersionUID = 1;

  private final WriteCore core;
  private final StageClock clock;
  private final String directory;
  private final String suffix;
  private final SerializableFunction<String, WrittenFile> reader;
  private final @Nullable SerializableFunction<String, PageDigest> given;
  private final int threads;

  private WritePages(
      WriteCore core,
      StageClock clock,
      String directory,
      String suffix,
      SerializableFunction<String, WrittenFile> reader,
      @Nullable SerializableFunction<String, PageDigest> given,
      int threads) {
    this.core = core;
    this.clock = clock;
    this.directory = directory;
    this.suffix = suffix;
    this.reader = reader;
    this.given = given;
    this.threads = threads;
  }

  /**
   * Writes into this directory, a file for each bundle.
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
    return new WritePages(core, clock, directory, suffix, reader, null, 1);
  }

  /** Writes at most so many files for each bundle, at once. */
  public WritePages withThreads(int count) {
    return new WritePages(core, clock, directory, suffix, reader, given, count);
  }

  /**
   * With the side output for the judge.
   *
   * @param told tells from a complete file, by its path, what pages it was given
   */
  public WritePages withParity(SerializableFunction<String, PageDigest> told) {
    return new WritePages(core, clock, directory, suffix, reader, told, threads);
  }

  @Override
  public PCollectionTuple expand(PCollection<PackedPage> input) {
    String parts =
        Path.of(directory, ".parts-%016x".formatted(ThreadLocalRandom.current().nextLong()))
            .toString();
    PCollectionTuple named =
        input
            .apply("Write", ParDo.of(new WriteFn(this, parts)))
            .setCoder(SerializableCoder.of(WrittenPart.class))
            .apply("Parts", Combine.globally(new WrittenPart.InOrder()).withoutDefaults())
            .apply(
                "Name",
                ParDo.of(new NameParts(directory, suffix, parts))
                    .withOutputTags(TABLE, TupleTagList.of(PARITY)));
    named.get(TABLE).setCoder(SerializableCoder.of(WrittenTable.class));
    named.get(PARITY).setCoder(SerializableCoder.of(PageDigest.class));
    return named;
  }

  /** Begins a file. */
  TimedWriter writer(WritableByteChannel channel) throws WriteException {
    return new TimedWriter(core, clock, channel, directory);
  }

  /** What a complete file tells. */
  WrittenPart part(String path, int firstPage) {
    return new WrittenPart(firstPage, reader.apply(path), given == null ? null : given.apply(path));
  }

  private static final class WriteFn extends DoFn<PackedPage, WrittenPart> {
    private static final long serialVersionUID = 1;

    private final WritePages of;
    private final String parts;
    private final StageMetrics metrics;
    private transient @Nullable Lanes<PartFile, List<StageInterval>> lanes;

    WriteFn(WritePages of, String parts) {
      this.of = of;
      this.parts = parts;
      this.metrics = new StageMetrics(of.clock.stage());
    }

    @Setup
    public void setUp() {
      lanes = new Lanes<>(of.clock.stage(), of.threads, () -> new PartFile(of, Path.of(parts)));
    }

    @ProcessElement
    public void processElement(@Element PackedPage page) throws Exception {
      Objects.requireNonNull(lanes).next(file -> file.write(page), this::add);
    }

    private void add(List<StageInterval> costs) {
      costs.forEach(metrics::add);
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws Exception {
      Lanes<PartFile, List<StageInterval>> files = Objects.requireNonNull(lanes);
      files.await(this::add);
      for (Optional<PartFile.Finished> one : files.each(PartFile::finish)) {
        one.ifPresent(
            finished -> {
              metrics.add(finished.cost());
              Bundles.end(context, finished.part());
            });
      }
    }

    @Teardown
    public void tearDown() throws Exception {
      try (Lanes<PartFile, List<StageInterval>> files = Objects.requireNonNull(lanes)) {
        files.each(
            file -> {
              file.close();
              return true;
            });
      }
    }
  }
}
