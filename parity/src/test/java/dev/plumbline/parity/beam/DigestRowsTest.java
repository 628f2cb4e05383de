package dev.plumbline.parity.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestRowsTest {
  private static final int ELEMENTS = 40;

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

  private static void assertDigest(
      CorrectnessRunner runner, Create.Values<Integer> elements, TableDigest expected) {
    Pipeline pipeline = Pipeline.create(runner.options());
    PCollection<TableDigest> digest =
        pipeline
            .apply("Elements", elements.withCoder(VarIntCoder.of()))
            .apply("Digest", Combine.globally(DigestRows.of(Rows.SCHEMA, DigestRowsTest::feed)));
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
