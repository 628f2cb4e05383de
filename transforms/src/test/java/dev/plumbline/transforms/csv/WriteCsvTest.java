package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.compare.CompareSpec;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.parity.compare.TableComparator;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.parity.read.TablePair;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.FailingCore;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PackedPageCoder;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.parquet.WriteParquet;
import dev.plumbline.transforms.table.WriteException;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.FlatMapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriteCsvTest {
  private static final long SEED = 98;
  private static final ExportSchema SCHEMA =
      Tables.export(
          ColumnType.STRING,
          ColumnType.INT64,
          ColumnType.DOUBLE,
          ColumnType.BOOLEAN,
          ColumnType.DATE,
          ColumnType.STRING);
  private static final TableSchema TABLE = SCHEMA.table();
  private static final List<List<Object>> ROWS = Tables.random(TABLE, new Random(SEED), 2_000);
  private static final StageClock CLOCK = new StageClock("write-csv", "csv_write");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void holdsTheSameTableAsTheParquetFilesOfTheSamePages(CorrectnessRunner runner) throws Exception {
    Path parquet = directory.resolve("parquet");
    Pipeline pipeline = Pipeline.create(runner.options());
    PCollection<PackedPage> pages = pages(pipeline);
    listed(pages.apply("csv", csv()));
    pages.apply(
        "parquet", WriteParquet.to(parquet.toString(), ParquetSpec.of(SCHEMA, "a test"), CLOCK));
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    TablePair tables =
        TablePair.open(
            TableLocation.parse(csvDirectory().toString()),
            TableLocation.parse(parquet.toString()));
    Comparison comparison =
        new TableComparator(CompareSpec.of(List.of(), SampleSpec.defaults()))
            .compare(tables.left(), tables.right());
    assertTrue(comparison.exact(), () -> "seed " + SEED + ": " + comparison.summary());
    assertEquals(Tables.digest(TABLE, ROWS), comparison.left().digest(), "seed " + SEED);
  }

  @ParameterizedTest
  @EnumSource
  void writesAFileForEachThreadOfABundleAndTheSchemaBesideThem(CorrectnessRunner runner)
      throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    listed(pages(pipeline).apply("csv", csv().withThreads(3)));
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    assertEquals(
        List.of(
            "rows-00000-of-00003.csv",
            "rows-00001-of-00003.csv",
            "rows-00002-of-00003.csv",
            "schema.json"),
        files(csvDirectory(), "[^.].*").stream().map(f -> f.getFileName().toString()).toList());
    assertEquals(
        Tables.digest(TABLE, ROWS),
        Witness.of(TableLocation.parse(csvDirectory().toString()).open(Optional.empty())).digest(),
        "seed " + SEED);
  }

  @ParameterizedTest
  @EnumSource
  void aFailingWriterFailsThePipelineAndLeavesNothingThatLooksComplete(CorrectnessRunner runner)
      throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    FailingCore failing = new FailingCore(new CsvSpec(SCHEMA), 3);
    pages(pipeline)
        .apply(
            "csv", WriteCsv.to(csvDirectory().toString(), SCHEMA, failing, CLOCK).withThreads(2));

    RuntimeException failed =
        assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());

    assertTrue(
        Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
            .anyMatch(
                cause ->
                    cause instanceof WriteException
                        && cause.getMessage().contains(csvDirectory() + ": the disk is full")),
        failed.toString());
    assertEquals(List.of(), files(csvDirectory(), "rows-.*\\.csv|schema\\.json"));
  }

  private Path csvDirectory() {
    return directory.resolve("csv");
  }

  private WriteCsv csv() {
    return WriteCsv.to(csvDirectory().toString(), SCHEMA, new CsvSpec(SCHEMA), CLOCK);
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

  /** Checks that the table lists what lies in the directory, and all rows. */
  private void listed(PCollection<WrittenTable> table) {
    String where = csvDirectory().toString();
    PAssert.thatSingleton(table)
        .satisfies(
            found -> {
              assertEquals(found(where), found);
              assertEquals(ROWS.size(), found.rows());
              return null;
            });
  }

  private static WrittenTable found(String where) {
    try {
      return new WrittenTable(
          files(Path.of(where), "rows-.*\\.csv").stream()
              .map(file -> CsvRecordCounter.read(file.toString()))
              .toList());
    } catch (IOException e) {
      throw new AssertionError("cannot list " + where, e);
    }
  }

  private static List<Path> files(Path where, String names) throws IOException {
    if (!Files.exists(where)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(where)) {
      return all.filter(f -> f.getFileName().toString().matches(names)).sorted().toList();
    }
  }
}
