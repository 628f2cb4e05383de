package dev.plumbline.transforms.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.PageDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.beam.SumPages;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.runners.profiles.BeamProfiles;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.runners.profiles.EmbeddedFlink;
import dev.plumbline.transforms.FailingCore;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.WriteCore;
import dev.plumbline.transforms.table.WritePages;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteParquetTest {
  private static final long SEED = 99;
  private static final ExportSchema SCHEMA =
      Tables.export(
          ColumnType.STRING,
          ColumnType.INT64,
          ColumnType.DOUBLE,
          ColumnType.BOOLEAN,
          ColumnType.DATE,
          ColumnType.STRING,
          ColumnType.INT64,
          ColumnType.DOUBLE,
          ColumnType.STRING);
  private static final TableSchema TABLE = SCHEMA.table();
  private static final List<List<Object>> ROWS = Tables.random(TABLE, new Random(SEED), 2_000);
  private static final StageClock CLOCK = new StageClock("write-parquet", "parquet_write");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadBackByAnotherLibrary(CorrectnessRunner runner) throws Exception {
    write(runner, WriteParquet.to(directory.toString(), spec(), CLOCK));

    assertWritten();
  }

  @ParameterizedTest
  @EnumSource
  void writesAFileForEachThreadOfABundle(CorrectnessRunner runner) throws Exception {
    write(runner, WriteParquet.to(directory.toString(), spec(), CLOCK).withThreads(3));

    assertEquals(3, written().size());
    assertWritten();
  }

  @ParameterizedTest
  @EnumSource
  void aFailingWriterFailsThePipelineAndLeavesNoFileThatLooksComplete(CorrectnessRunner runner)
      throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    pages(pipeline)
        .apply(
            "write",
            WriteParquet.to(directory.toString(), new FailingCore(spec(), 3), CLOCK)
                .withThreads(2));

    RuntimeException failed =
        assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());

    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    assertTrue(root.getMessage().contains("the disk is full"), root.toString());
    assertEquals(List.of(), written());
  }

  @Test
  void bundleThatIsTriedAgainNeitherLosesNorDoublesRows() throws Exception {
    FailingOnce.HAS_FAILED.set(false);
    FailingOnce core = new FailingOnce(spec());
    try (EmbeddedFlink restarting = EmbeddedFlink.start(2, 1)) {
      assertWrittenInSpiteOf(core, restarting);
    }
  }

  private void assertWrittenInSpiteOf(FailingOnce core, EmbeddedFlink cluster) throws IOException {
    Pipeline pipeline = Pipeline.create(BeamProfiles.flink(cluster, 2));
    PCollection<WrittenTable> table =
        pages(pipeline)
            .apply("write", WriteParquet.to(directory.toString(), core, CLOCK).withThreads(2))
            .get(WritePages.TABLE);
    String where = directory.toString();
    PAssert.thatSingleton(table)
        .satisfies(
            found -> {
              assertEquals(listed(Path.of(where)), found);
              return null;
            });

    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
    assertTrue(FailingOnce.HAS_FAILED.get());
    assertWritten();
    try (Stream<Path> all = Files.list(directory)) {
      assertEquals(written(), all.sorted().toList(), "nothing else is left");
    }
  }

  /** Fails at the end of the first file, in whatever JVM that is. */
  private record FailingOnce(WriteCore core) implements WriteCore {
    private static final long serialVersionUID = 1;
    static final AtomicBoolean HAS_FAILED = new AtomicBoolean();

    @Override
    public PageWriter open(WritableByteChannel channel) throws IOException {
      PageWriter writer = core.open(channel);
      return new PageWriter() {
        @Override
        public void write(PackedPage page) throws IOException {
          writer.write(page);
        }

        @Override
        public void finish() throws IOException {
          writer.finish();
          if (HAS_FAILED.compareAndSet(false, true)) {
            throw new IOException("the disk is full");
          }
        }
      };
    }
  }

  @Test
  void theFileTellsViewTypeAndSourceOfEachColumn() throws Exception {
    Path file = directory.resolve("one.parquet");
    writeOne(file, spec());

    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      Map<String, String> metadata = reader.getFileMetaData().getKeyValueMetaData();
      assertEquals("http://mine.test/service", metadata.get("plumbline.source"));
      for (ViewColumn view : SCHEMA.views()) {
        String key = "plumbline.column." + view.column().name();
        assertEquals(view.view(), metadata.get(key + ".view"));
        assertEquals(view.mineType(), metadata.get(key + ".type"));
      }
      assertEquals(
          TABLE.names(),
          reader.getFileMetaData().getSchema().getFields().stream().map(f -> f.getName()).toList());
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        block.getColumns().forEach(c -> assertEquals(CompressionCodecName.ZSTD, c.getCodec()));
      }
    }
  }

  @Test
  void aSmallRowGroupSizeMakesSeveralRowGroupsOfTheSameRows() throws Exception {
    Path file = directory.resolve("groups.parquet");
    writeOne(file, new ParquetSpec(DescribedSchema.of(SCHEMA), "here", 10_000, true, false));

    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      assertTrue(reader.getRowGroups().size() > 1, reader.getRowGroups().size() + " row groups");
    }
    assertEquals(
        Tables.digest(TABLE, ROWS), Witness.of(ParquetFiles.open("file", List.of(file))).digest());
  }

  @Test
  void theFooterTellsRowsAndSize() throws Exception {
    Path file = directory.resolve("footer.parquet");
    writeOne(file, spec());

    assertEquals(
        new WrittenFile(file.toString(), ROWS.size(), Files.size(file)),
        ParquetFooter.read(file.toString()));
  }

  @Test
  void columnsNamedByWholePathsAreReadBack() throws Exception {
    ExportSchema dotted =
        new ExportSchema(
            List.of(
                view("Gene.organism.name"), view("Gene.organism_name"), view("Gene.it's \"odd\"")));
    Path file = directory.resolve("dotted.parquet");
    List<List<Object>> rows = List.of(List.of("a", "b", "c"));
    try (WritableByteChannel channel = open(file)) {
      WriteCore.PageWriter writer = ParquetSpec.of(dotted, "here").open(channel);
      writer.write(Tables.page(dotted.table(), 0, 0, rows));
      writer.finish();
    }

    assertEquals(
        Tables.digest(dotted.table(), rows),
        Witness.of(ParquetFiles.open("file", List.of(file))).digest());
  }

  private static ViewColumn view(String name) {
    return new ViewColumn(name, "java.lang.String", new Column(name, ColumnType.STRING));
  }

  private static ParquetSpec spec() {
    return ParquetSpec.of(SCHEMA, "http://mine.test/service").judged(true);
  }

  private static void writeOne(Path file, ParquetSpec spec) throws IOException {
    try (WritableByteChannel channel = open(file)) {
      WriteCore.PageWriter writer = spec.open(channel);
      for (PackedPage page : Tables.pages(TABLE, ROWS, 150)) {
        writer.write(page);
      }
      writer.finish();
    }
  }

  private static WritableByteChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static PCollection<PackedPage> pages(Pipeline pipeline) {
    // one element gives all pages, so that they are one bundle
    return pipeline
        .apply(
            "all",
            Create.of(List.of(Tables.pages(TABLE, ROWS, 150)))
                .withCoder(ListCoder.of(PackedPageCoder.of())))
        .apply("pages", FlatMapElements.into(TypeDescriptor.of(PackedPage.class)).via(all -> all))
        .setCoder(PackedPageCoder.of());
  }

  /** Runs the transform and checks that the table it gives out lists what lies in the directory. */
  private void write(CorrectnessRunner runner, WriteParquet transform) throws IOException {
    Pipeline pipeline = Pipeline.create(runner.options());
    PCollectionTuple out = pages(pipeline).apply("write", transform.withParity(true));
    PCollection<WrittenTable> table = out.get(WritePages.TABLE);
    PageDigest given =
        Tables.pages(TABLE, ROWS, 150).stream()
            .map(page -> PageDigest.of(page.index(), page.rows(), page.data()))
            .reduce(PageDigest.NONE, PageDigest::plus);
    PAssert.thatSingleton(
            out.get(WritePages.PARITY).apply("given", Combine.globally(new SumPages())))
        .isEqualTo(given);
    String where = directory.toString();
    PAssert.thatSingleton(table)
        .satisfies(
            found -> {
              assertEquals(listed(Path.of(where)), found);
              return null;
            });
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
  }

  private void assertWritten() throws IOException {
    Witness read = Witness.of(ParquetFiles.open("files", written()));
    assertEquals(Tables.digest(TABLE, ROWS), read.digest(), "seed " + SEED);
    assertEquals(ROWS.size(), listed(directory).rows());
  }

  private List<Path> written() throws IOException {
    return files(directory);
  }

  private static WrittenTable listed(Path directory) {
    try {
      return new WrittenTable(
          files(directory).stream().map(file -> ParquetFooter.read(file.toString())).toList());
    } catch (IOException e) {
      throw new AssertionError("cannot list " + directory, e);
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(f -> f.getFileName().toString().matches("rows-.*\\.parquet"))
          .sorted()
          .toList();
    }
  }
}
