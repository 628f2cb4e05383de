package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.clocks.StageSpan;
import dev.plumbline.pipelines.engines.EngineInput;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.EngineCell;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.runners.runner.RunnerResult;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.runners.study.engines.ReadyEngine;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.duckdb.DuckDb;
import dev.plumbline.transforms.engine.duckdb.DuckDbCanonical;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine's time is what Beam's attempted metrics say, and what its intervals say. */
@ParameterizedClass
@EnumSource
class EngineTimeTest {
  private static final int ROWS = 4_000;
  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(new Column("symbol", ColumnType.STRING), new Column("length", ColumnType.INT64)));
  private static final Map<Runners, RunnerSession> RUNNERS = new EnumMap<>(Runners.class);

  @TempDir static Path prepared;
  private static EngineInput input;

  @Parameter Engines which;
  @TempDir Path directory;

  @BeforeAll
  static void prepare() throws Exception {
    Path file = prepared.resolve("rows.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 'g' || i %% 900 AS symbol, i AS length FROM range(%d) AS t(i)) TO '%s'"
              .formatted(ROWS, file));
    }
    WrittenTable source =
        new WrittenTable(List.of(new WrittenFile(file.toString(), ROWS, Files.size(file))));
    DuckDb duckDb = new DuckDb(1, "512MB", prepared.toString());
    WrittenTable canonical = new DuckDbCanonical(duckDb, Roles.of(SCHEMA)).write(source, prepared);
    input = new EngineInput(SCHEMA, source, canonical, "unknown");
    for (Runners kind : List.of(Runners.DIRECT, Runners.FLINK_LOCAL)) {
      RUNNERS.put(kind, kind.open(2));
    }
  }

  @AfterAll
  static void stopRunners() {
    RUNNERS.values().forEach(RunnerSession::close);
    RUNNERS.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "DIRECT, SCAN",
    "DIRECT, ANALYTICS",
    "DIRECT, ENGINE_PIPELINE",
    "DIRECT, JOIN_ENGINE",
    "FLINK_LOCAL, SCAN",
    "FLINK_LOCAL, ANALYTICS",
    "FLINK_LOCAL, ENGINE_PIPELINE",
    "FLINK_LOCAL, JOIN_ENGINE"
  })
  void isTheSpanOfTheAttemptedMetricsAndOfTheIntervals(Runners kind, EngineWork work)
      throws Exception {
    Engine engine = ReadyEngine.of(which);
    ResultFiles result = new ResultFiles(directory.toString(), work.scenario());
    PipelineSpec spec = work.spec(engine, input, result);
    String runId = "%s %s %s".formatted(which, kind, work);
    String stage = work.stage(engine).label();

    try (IntervalLog log = IntervalLog.open(runId, interval -> {})) {
      RunnerResult ended =
          RUNNERS.get(kind).run(spec, runId, new OutcomeFiles(directory.toString()));

      StageEvidence told = ended.evidence().orElseThrow().get(stage);
      assertNotNull(told, () -> "the metrics know no " + stage + " in " + ended.evidence());
      assertEquals(StageEvidence.of(log.intervals()).get(stage), told);
      StageSpan attempted = told.span();
      assertEquals(attempted.micros(), micros(cell(engine, work, spec, ended, log)));
      long wall = TimeUnit.NANOSECONDS.toMicros(ended.endNanos() - ended.startNanos());
      assertTrue(attempted.micros() > 0 && attempted.micros() <= wall, attempted::toString);
    }
  }

  private static Cell cell(
      Engine engine, EngineWork work, PipelineSpec spec, RunnerResult ended, IntervalLog log) {
    RanPipeline ran =
        new RanPipeline(
            spec,
            ended.findings(),
            RunTimes.of(log.intervals(), ended.startNanos(), ended.endNanos()),
            ended.evidence().orElseThrow(),
            OptionalLong.empty(),
            ended.runner(),
            ended.restarts());
    return new EngineCell(
            engine.name(), work.stage(engine), ROWS, input.contentHash(), work.input(input), ran)
        .of(Optional.empty());
  }

  private static long micros(Cell cell) {
    return Math.round(
        cell.shownTiming().orElseThrow(() -> new AssertionError(cell)).wallSeconds() * 1e6);
  }
}
