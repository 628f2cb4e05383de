package dev.plumbline.pipelines.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.compare.Comparison;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.RunFindings;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.beam.BeamGraph;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.floor.FloorRun;
import dev.plumbline.pipelines.proof.RelationProof;
import dev.plumbline.runners.profiles.CorrectnessRunner;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.engine.duckdb.DuckDbEngine;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.StageFindings;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new engine is a value of {@link Engine}: nothing between it and its report must know it. */
@ParameterizedClass
@EnumSource
class FourthEngineTest {
  private static final int ROWS = 3_000;
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("symbol", ColumnType.STRING),
              new Column("size", ColumnType.STRING),
              new Column("length", ColumnType.INT64),
              new Column("name", ColumnType.STRING)));

  /**
   * Keys that repeat, sort beside ASCII and are null; texts that are numbers, too large, or none.
   */
  private static final String GENES =
      """
      SELECT CASE WHEN i %% 13 = 0 THEN NULL ELSE chr(CAST(120 + i %% 400 AS INTEGER)) || i %% 7 END AS symbol,
        CASE i %% 5 WHEN 0 THEN NULL WHEN 1 THEN '-' || i WHEN 2 THEN i || '.5' WHEN 3 THEN '1e' || i %% 20
          ELSE ' 12' END AS size,
        CASE WHEN i %% 11 = 0 THEN NULL ELSE i * 37 END AS length,
        CASE WHEN i %% 3 = 0 THEN '' ELSE 'é' || i END AS name
      FROM range(%d, %d) AS t(i)
      """;

  @TempDir static Path prepared;
  private static EngineInput input;
  private static DuckDbEngine duckDb;

  @Parameter EngineWork work;
  @TempDir Path directory;

  @BeforeAll
  static void prepare() throws Exception {
    DuckDb settings = new DuckDb(2, "512MB", prepared.toString());
    List<WrittenFile> files = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 2; i++) {
        Path file = prepared.resolve("rows-" + i + ".parquet");
        String genes = GENES.formatted(i * ROWS / 2, (i + 1) * ROWS / 2);
        statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(genes, file));
        files.add(new WrittenFile(file.toString(), ROWS / 2, Files.size(file)));
      }
    }
    WrittenTable source = new WrittenTable(files);
    WrittenTable canonical =
        new DuckDbCanonical(settings, Roles.of(SCHEMA)).write(source, prepared);
    duckDb = new DuckDbEngine(settings);
    input = new EngineInput(SCHEMA, source, canonical, "unknown");
  }

  @Test
  void floorFindsByItWhatDuckDbFinds() throws Exception {
    assertFound(FloorRun.run(spec(), "fourth-" + work, 2));
  }

  @ParameterizedTest
  @EnumSource
  void beamFindsByItWhatDuckDbFinds(CorrectnessRunner runner) throws Exception {
    Pipeline pipeline = Pipeline.create(runner.options());
    OutcomeFiles outcome = new OutcomeFiles(directory.toString());

    BeamGraph.build(spec(), pipeline, "fourth", new BeamGraph.Shape(2, 2), outcome);
    PipelineResult result = pipeline.run();
    assertEquals(PipelineResult.State.DONE, result.waitUntilFinish());

    assertFound(outcome.read());
    assertEquals(work.input(input).rows(), attemptedRows(result));
  }

  private PipelineSpec spec() {
    PipelineSpec spec =
        work.spec(
            new FourthEngine(), input, new ResultFiles(directory.toString(), work.scenario()));
    Stage expected =
        switch (work) {
          case SCAN -> Stage.SCAN;
          case ANALYTICS -> Stage.ANALYTICS;
          case ENGINE_PIPELINE -> Stage.JOIN;
          case JOIN_ENGINE -> Stage.CANONICAL_JOIN;
        };
    assertEquals(List.of(Stage.WRITTEN, expected), spec.stages());
    return spec;
  }

  private void assertFound(RunFindings findings) {
    List<StageFindings> all = findings.tables().findings();
    assertEquals(1, all.size());
    Findings found = all.get(0).findings();
    ResultFiles beside = new ResultFiles(directory.toString(), "duckdb");
    Findings expected = work.core(duckDb, input, beside).run(work.input(input));
    assertEquals(expected.figures(), found.figures());
    assertEquals(expected.resultHash(), found.resultHash());
    assertEquals(expected.rowsRead(), found.rowsRead());
    assertEquals(work.writes(), !found.files().isEmpty());
    if (work.writes()) {
      Comparison comparison =
          RelationProof.of(
              "duckdb", expected.files(), "fourth", found.files(), SampleSpec.defaults());
      assertTrue(comparison.exact(), () -> comparison.summary(name -> name));
    }
  }

  private long attemptedRows(PipelineResult result) {
    String rows = work.stage(new FourthEngine()).label() + ".rows";
    return result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder()
                .addNameFilter(MetricNameFilter.named(StageMetrics.NAMESPACE, rows))
                .build())
        .getCounters()
        .iterator()
        .next()
        .getAttempted();
  }
}
