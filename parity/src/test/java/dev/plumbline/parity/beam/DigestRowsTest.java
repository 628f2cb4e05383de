package dev.plumbline.parity.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.compare.Witness;
import dev.plumbline.parity.read.DuckDbFiles;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestRowsTest {
  private static final int ELEMENTS = 40;
  private static final Set<Integer> SINKS = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @EnumSource
  void equalsThePlainAccumulator(CorrectnessRunner runner) {
    List<Integer> seeds = IntStream.range(0, ELEMENTS).boxed().toList();
    List<List<Object>> rows = new ArrayList<>();
    seeds.forEach(seed -> rows.addAll(rowsOf(seed)));

    assertDigest(runner, Create.of(seeds), Rows.digest(Rows.SCHEMA, rows));
  }

  @ParameterizedTest
  @EnumSource
  void givesTheEmptyTablesDigestForNoElements(CorrectnessRunner runner) {
    assertDigest(runner, Create.empty(VarIntCoder.of()), Rows.digest(Rows.SCHEMA, List.of()));
  }

  /** Elements are digested where they are, and only accumulators travel. */
  @ParameterizedTest
  @EnumSource
  void takesFewAccumulatorsForManyElements(CorrectnessRunner runner) {
    int elements = 2_000;
    List<Integer> seeds = IntStream.range(0, elements).boxed().toList();
    SINKS.clear();
    Pipeline pipeline = Pipeline.create(runner.options());
    pipeline
        .apply("Elements", Create.of(seeds).withCoder(VarIntCoder.of()))
        .apply(
            "Digest",
            Combine.globally(
                DigestRows.of(
                    DigestSpec.of(Rows.SCHEMA),
                    (Integer seed, RowSink sink) -> SINKS.add(System.identityHashCode(sink)))));
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

    assertTrue(SINKS.size() <= elements / 20, SINKS.size() + " accumulators");
  }

  /** A side output of any stage will do: here of one that gives out files. */
  @ParameterizedTest
  @EnumSource
  void digestsFilesAsElements(CorrectnessRunner runner, @TempDir Path directory) throws Exception {
    String one = file(directory, "one.parquet", "SELECT i AS id FROM range(1000) t(i)");
    String two = file(directory, "two.parquet", "SELECT i AS id FROM range(1000, 1500) t(i)");
    String all = file(directory, "all.parquet", "SELECT i AS id FROM range(1500) t(i)");
    ReadableTable table = ParquetFiles.open("all", List.of(Path.of(all)));
    Pipeline pipeline = Pipeline.create(runner.options());
    PCollection<TableDigest> digest =
        pipeline
            .apply("Files", Create.of(one, two))
            .apply(
                "Digest",
                Combine.globally(
                    DigestRows.of(DigestSpec.of(table.schema()), DigestRowsTest::read)));
    PAssert.thatSingleton(digest).isEqualTo(Witness.of(table).digest());

    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
  }

  private static void read(String file, RowSink sink) {
    ParquetFiles.open(file, List.of(Path.of(file))).read(sink);
  }

  private static String file(Path directory, String name, String select) throws Exception {
    return DuckDbFiles.parquet(directory, name, select).toString();
  }

  private static void assertDigest(
      CorrectnessRunner runner, Create.Values<Integer> elements, TableDigest expected) {
    Pipeline pipeline = Pipeline.create(runner.options());
    PCollection<TableDigest> digest =
        pipeline
            .apply("Elements", elements.withCoder(VarIntCoder.of()))
            .apply(
                "Digest",
                Combine.globally(DigestRows.of(DigestSpec.of(Rows.SCHEMA), DigestRowsTest::feed)));
    PAssert.thatSingleton(digest).isEqualTo(expected);

    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
  }

  private static List<List<Object>> rowsOf(int seed) {
    return Rows.random(seed, seed % 7);
  }

  private static void feed(Integer seed, RowSink sink) {
    Rows.feed(rowsOf(seed), sink);
  }
}
