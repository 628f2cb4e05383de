package dev.plumbline.transforms.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.beam.DigestRows;
import dev.plumbline.runners.mine.scripted.ScriptedMine;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.MineExport;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.decode.DecodePages;
import dev.plumbline.transforms.decode.DecodeSpec;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PagePlan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FetchAndDecodeTest {
  private static final int ROWS = 1_003;
  private static final StageClock FETCH = new StageClock("fetch-and-decode", "fetch");
  private static final StageClock DECODE = new StageClock("fetch-and-decode", "decode");

  private static MineExport export;

  @BeforeAll
  static void startMine() {
    export = new MineExport(ROWS);
  }

  @AfterAll
  static void stopMine() {
    export.close();
  }

  @ParameterizedTest(name = "{0}, pages of {1}, {2} workers, {3} shards")
  @MethodSource("shapes")
  void everyRowComesExactlyOnceToBothOutputs(
      CorrectnessRunner runner, int pageSize, int workers, int shards) {
    TableDigest truth = export.truth();
    assertEquals(ROWS, truth.rows());
    PagePlan plan = new PagePlan(ROWS, pageSize);
    Pipeline pipeline = Pipeline.create(runner.options());

    PCollectionTuple decoded =
        pipeline
            .apply("fetch", FetchPages.of(export.fetch(workers), FETCH, plan).withShards(shards))
            .apply("decode", DecodePages.of(export.decode(), DECODE));

    PAssert.thatSingleton(digest("main", decoded.get(DecodePages.PAGES), export.table()))
        .isEqualTo(truth);
    PAssert.thatSingleton(digest("parity", decoded.get(DecodePages.PARITY), export.table()))
        .isEqualTo(truth);
    PipelineResult result = pipeline.run();
    assertEquals(PipelineResult.State.DONE, result.waitUntilFinish());
    for (String stage : List.of("fetch", "decode")) {
      assertEquals(plan.pages(), attempted(result, stage + ".pages"), stage);
      assertEquals(ROWS, attempted(result, stage + ".rows"), stage);
      assertEquals(0, attempted(result, stage + ".retries"), stage);
    }
    assertEquals(
        attempted(result, "fetch.bytes_out"), attempted(result, "decode.bytes_in"), "same bodies");
  }

  @ParameterizedTest
  @EnumSource
  void mineNeverAnswersMoreRequestsAtOnceThanThereAreWorkers(CorrectnessRunner runner) {
    try (MineExport own = new MineExport(2_000)) {
      Pipeline pipeline = Pipeline.create(runner.options());
      PagePlan plan = new PagePlan(2_000, 10);
      pipeline.apply("fetch", FetchPages.of(own.fetch(3), FETCH, plan).withShards(2));
      assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());

      assertTrue(own.mostAtOnce() <= 3, own.mostAtOnce() + " at once");
      assertTrue(own.mostAtOnce() > 0);
    }
  }

  static List<Arguments> shapes() {
    List<Arguments> shapes = new ArrayList<>();
    for (CorrectnessRunner runner : CorrectnessRunner.values()) {
      shapes.add(Arguments.of(runner, 100, 4, 1));
      shapes.add(Arguments.of(runner, 17, 3, 2));
      shapes.add(Arguments.of(runner, 2_000, 8, 5));
      shapes.add(Arguments.of(runner, ROWS, 1, 3));
    }
    return shapes;
  }

  @ParameterizedTest
  @EnumSource
  void withoutParityTheSideOutputIsEmpty(CorrectnessRunner runner) {
    Pipeline pipeline = Pipeline.create(runner.options());

    PCollectionTuple decoded =
        pipeline
            .apply("fetch", FetchPages.of(export.fetch(2), FETCH, new PagePlan(ROWS, 300)))
            .apply("decode", DecodePages.of(export.decode(), DECODE).withParity(false));

    PAssert.thatSingleton(decoded.get(DecodePages.PAGES).apply("Count", Count.globally()))
        .isEqualTo(4L);
    PAssert.that(decoded.get(DecodePages.PARITY)).empty();
    assertEquals(PipelineResult.State.DONE, pipeline.run().waitUntilFinish());
  }

  @ParameterizedTest
  @EnumSource
  void aStruckPageIsRetriedAndItsRowsComeOnce(CorrectnessRunner runner) {
    try (ScriptedMine mine =
        mine()
            .faults("cut(bytes=200, attempts=1, start=10)")
            .faults("failed-trailer(rows=5, attempts=2, start=20)")
            .start()) {
      Pipeline pipeline = Pipeline.create(runner.options());
      DecodeSpec decode = decode(mine);

      PCollectionTuple decoded = export(pipeline, mine, decode);

      List<List<Object>> rows =
          IntStream.range(0, 35).mapToObj(i -> List.<Object>of("row " + i)).toList();
      TableSchema schema = decode.schema().table();
      PAssert.thatSingleton(digest("main", decoded.get(DecodePages.PAGES), schema))
          .isEqualTo(Tables.digest(schema, rows));
      PipelineResult result = pipeline.run();
      assertEquals(PipelineResult.State.DONE, result.waitUntilFinish());
      assertEquals(3, attempted(result, "fetch.retries"));
      assertEquals(35, attempted(result, "fetch.rows"));
      assertEquals(1, mine.log().requests(0));
      assertEquals(2, mine.log().requests(10));
      assertEquals(3, mine.log().requests(20));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aShortPageWithAGoodTrailerFailsThePipelineNamingTheOffset(CorrectnessRunner runner) {
    assertFails(
        runner,
        "short-page(rows=1, start=20)",
        "page at offset 20, row 9 of the page: 9 rows came, expected 10");
  }

  @ParameterizedTest
  @EnumSource
  void aTrailerThatAlwaysFailsFailsThePipelineNamingTheOffset(CorrectnessRunner runner) {
    assertFails(runner, "failed-trailer(rows=10, start=20)", "the page at offset 20 ends");
  }

  private static void assertFails(CorrectnessRunner runner, String fault, String reason) {
    try (ScriptedMine mine = mine().faults(fault).start()) {
      Pipeline pipeline = Pipeline.create(runner.options());
      export(pipeline, mine, decode(mine));

      RuntimeException failed =
          assertThrows(RuntimeException.class, () -> pipeline.run().waitUntilFinish());

      StringWriter trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace, true));
      assertTrue(trace.toString().contains(reason), trace.toString());
      assertTrue(trace.toString().contains(mine.serviceRoot().toString()), trace.toString());
    }
  }

  private static PCollectionTuple export(Pipeline pipeline, ScriptedMine mine, DecodeSpec decode) {
    FetchSpec fetch =
        new FetchSpec(
            ServiceRoot.parse(mine.serviceRoot().toString()),
            new PathQuery("genomic", List.of("Gene.c0"), List.of(), ""),
            3,
            new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)),
            Limits.defaults());
    return pipeline
        .apply("fetch", FetchPages.of(fetch, FETCH, new PagePlan(35, 10)))
        .apply("decode", DecodePages.of(decode, DECODE));
  }

  private static DecodeSpec decode(ScriptedMine mine) {
    return new DecodeSpec(mine.serviceRoot().toString(), Tables.export(ColumnType.STRING));
  }

  private static ScriptedMine.Builder mine() {
    return ScriptedMine.builder()
        .rows(IntStream.range(0, 35).mapToObj(i -> "[\"row " + i + "\"]").toList());
  }

  private static PCollection<TableDigest> digest(
      String name, PCollection<PackedPage> pages, TableSchema schema) {
    return pages.apply(
        name + " digest",
        Combine.globally(
            DigestRows.of(
                DigestSpec.of(schema),
                (PackedPage page, RowSink sink) -> page.feed(schema, sink))));
  }

  private static long attempted(PipelineResult result, String counter) {
    Iterable<MetricResult<Long>> found =
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named("plumbline", counter))
                    .build())
            .getCounters();
    long sum = 0;
    for (MetricResult<Long> metric : found) {
      sum += metric.getAttempted();
    }
    return sum;
  }
}
