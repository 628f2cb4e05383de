package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.pipelines.PipelineSpec;
import dev.plumbline.pipelines.Stage;
import dev.plumbline.pipelines.beam.OutcomeFiles;
import dev.plumbline.pipelines.clocks.RunTimes;
import dev.plumbline.pipelines.clocks.StageEvidence;
import dev.plumbline.pipelines.proof.Proof;
import dev.plumbline.pipelines.proof.SourceTruth;
import dev.plumbline.pipelines.report.Cell;
import dev.plumbline.pipelines.report.CellStatus;
import dev.plumbline.pipelines.report.Envelope;
import dev.plumbline.pipelines.report.Evidence;
import dev.plumbline.pipelines.report.RanPipeline;
import dev.plumbline.pipelines.report.ReportBuilder;
import dev.plumbline.pipelines.report.ReportContext;
import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.pipelines.report.Telemetry;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.machine.TelemetryProbe;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.runner.RunnerResult;
import dev.plumbline.runners.runner.RunnerSession;
import dev.plumbline.runners.runner.Runners;
import dev.plumbline.transforms.clock.IntervalLog;
import dev.plumbline.transforms.engine.EngineFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTest {
  @TempDir static Path home;
  private static FloorFixture fixture;
  private static RanPipeline ran;
  private static JsonNode environment;
  private static Telemetry.Both telemetry;

  @BeforeAll
  static void run() throws Exception {
    fixture = new FloorFixture(home);
    ran = fixture.run(fixture.spec(true));
    environment = Json.mapper().valueToTree(EnvironmentManifest.collect());
    TelemetryProbe probe = new TelemetryProbe();
    telemetry = new Telemetry.Both(probe.snapshot(), probe.snapshot());
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void validatesAndCarriesATimeBesideItsEvidence() throws Exception {
    RunReport report = report(ran, fixture.truth());

    assertEquals(CellStatus.VALID, report.cell().status());
    assertTrue(report.cell().shownTiming().orElseThrow().wallSeconds() > 0);
    assertEquals(List.of(), ReportSchema.errors(Json.pretty(report)));
  }

  @Test
  void hasExactlyTheKeysOfTheOriginalStageModel() throws Exception {
    JsonNode model = json(report(ran, fixture.truth())).get("stage_model");

    assertEquals(List.of("schema_version", "scenario_name", "stages"), keys(model));
    assertEquals("benchmark_stage_model_v1", model.get("schema_version").asText());
    assertEquals(
        List.of("fetch", "decode", "parquet_write", "duckdb_scan", "analytics", "polars_scan"),
        keys(model.get("stages")));
    for (JsonNode stage : model.get("stages")) {
      assertEquals(
          List.of(
              "enabled",
              "elapsed_seconds",
              "cpu_seconds",
              "peak_rss_bytes",
              "rows_fetched",
              "retries",
              "bytes_in",
              "bytes_out",
              "parquet_bytes",
              "result_hash",
              "allocations_bytes"),
          keys(stage));
    }
    assertFalse(model.get("stages").get("polars_scan").get("enabled").asBoolean());
  }

  static Stream<RanPipeline> speakAgainstTheTime() {
    Evidence.Runner wrong = new Evidence.Runner("floor", "direct", "SomeResult", "");
    StageEvidence decode = ran.evidence().get("decode");
    StageEvidence fetch = ran.evidence().get("fetch");
    Map<String, StageEvidence> lost = new HashMap<>(ran.evidence());
    lost.put("decode", told(decode, decode.rows() - 1, 0));
    Map<String, StageEvidence> retried = new HashMap<>(ran.evidence());
    retried.put("fetch", told(fetch, fetch.rows(), 1));
    Map<String, StageEvidence> untold = new HashMap<>(ran.evidence());
    untold.remove("parquet_write");
    return Stream.of(
        ran(ran.evidence(), wrong, 0),
        ran(lost, ran.runner(), 0),
        ran(retried, ran.runner(), 0),
        ran(untold, ran.runner(), 0),
        ran(ran.evidence(), ran.runner(), 1));
  }

  private static StageEvidence told(StageEvidence of, long rows, long retries) {
    return new StageEvidence(
        of.pieces(),
        of.pages(),
        rows,
        of.bytesIn(),
        of.bytesOut(),
        retries,
        of.busyNanos(),
        of.span());
  }

  private static RanPipeline ran(
      Map<String, StageEvidence> evidence, Evidence.Runner runner, long restarts) {
    return new RanPipeline(
        ran.spec(), ran.findings(), ran.times(), evidence, OptionalLong.empty(), runner, restarts);
  }

  @ParameterizedTest
  @MethodSource
  void speakAgainstTheTime(RanPipeline tampered) throws Exception {
    RunReport report = report(tampered, fixture.truth());

    assertEquals(CellStatus.INVALID, report.cell().status());
    assertHasNoTimes(report);
  }

  /** What Beam's metrics tell is what was logged, and is enough without it. */
  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "FLINK_LOCAL"})
  void tellsBusyTimesAndSpansOfStagesThatNobodyLogged(Runners kind) throws Exception {
    Path directory = Files.createDirectories(home.resolve("unlogged-" + kind));
    PipelineSpec spec = fixture.spec(true, directory);
    RunnerResult ended;
    Map<String, StageEvidence> logged;
    try (RunnerSession session = kind.open(2);
        IntervalLog log = IntervalLog.open("unlogged-" + kind, interval -> {})) {
      ended = session.run(spec, "unlogged-" + kind, new OutcomeFiles(directory.toString()));
      logged = StageEvidence.of(log.intervals());
    }
    for (Stage stage : spec.stages()) {
      assertEquals(
          logged.get(stage.label()),
          ended.evidence().orElseThrow().get(stage.label()),
          stage.label());
    }
    RanPipeline unlogged =
        new RanPipeline(
            spec,
            ended.findings(),
            RunTimes.of(List.of(), ended.startNanos(), ended.endNanos()),
            ended.evidence().orElseThrow(),
            OptionalLong.empty(),
            ended.runner(),
            ended.restarts());

    RunReport report = report(unlogged, fixture.truth());

    assertEquals(CellStatus.VALID, report.cell().status(), () -> "" + report.cell().reason());
    assertNull(report.cell().shownTiming().orElseThrow().unattributedSeconds());
    assertEquals(List.of(), ReportSchema.errors(Json.pretty(report)));
    assertEquals(
        spec.stages().stream().map(Stage::label).toList(),
        List.copyOf(report.stageTimings().keySet()));
    report
        .stageTimings()
        .forEach(
            (stage, timing) -> {
              assertTrue(Objects.requireNonNull(timing.busySeconds()) > 0, stage);
              assertTrue(Objects.requireNonNull(timing.spanSeconds()) > 0, stage);
              assertNull(timing.stage().elapsedSeconds(), stage);
              assertNull(timing.attributedSeconds(), stage);
            });
  }

  @Test
  void withholdsTheTimeWhereNothingWasCompared() throws Exception {
    RunReport report = report(fixture.run(fixture.spec(false)), SourceTruth.unknown());

    assertEquals(CellStatus.NOT_VALIDATED, report.cell().status());
    assertHasNoTimes(report);
  }

  @Test
  void provesARunWithoutTheSideOutputFromItsFiles() throws Exception {
    RunReport report = report(fixture.run(fixture.spec(false)), fixture.truth());

    assertEquals(CellStatus.VALID, report.cell().status());
    assertEquals("exact", report.cell().evidence().parity());
  }

  @Test
  void refusesInCodeATimeThatIsNotValid() {
    Cell valid = report(ran, fixture.truth()).cell();

    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Cell(
                "elt",
                "duckdb",
                "floor",
                1,
                CellStatus.INVALID,
                "x",
                valid.evidence(),
                valid.timing()));
  }

  @Test
  void refusesInTheSchemaATimeThatIsNotValid() throws Exception {
    ObjectNode report = (ObjectNode) json(report(ran, fixture.truth()));
    ((ObjectNode) report.get("cell")).put("status", "invalid").put("reason", "tampered");

    List<String> errors = ReportSchema.errors(report.toString());

    assertTrue(errors.stream().anyMatch(e -> e.contains("timing")), errors::toString);
    assertTrue(errors.stream().anyMatch(e -> e.contains("elapsed_seconds")), errors::toString);
    assertTrue(errors.stream().anyMatch(e -> e.contains("/ledger")), errors::toString);
  }

  @Test
  void refusesInTheSchemaATimeWithoutItsEvidence() throws Exception {
    for (String piece : List.of("runner", "input", "elements", "retries", "restarts", "parity")) {
      ObjectNode report = (ObjectNode) json(report(ran, fixture.truth()));
      ((ObjectNode) report.get("cell").get("evidence")).remove(piece);
      assertFalse(ReportSchema.errors(report.toString()).isEmpty(), piece);
    }
    ObjectNode different = (ObjectNode) json(report(ran, fixture.truth()));
    ((ObjectNode) different.get("cell").get("evidence")).put("parity", "different");
    assertFalse(ReportSchema.errors(different.toString()).isEmpty());
  }

  @Test
  void hidesTheQueryOfAForeignMine() throws Exception {
    RunReport shown = report(ran, fixture.truth());
    RunReport hidden = builder(ran, fixture.truth(), false).build(DUCKDB, home);

    assertTrue(Json.pretty(shown).contains("primaryIdentifier"));
    assertFalse(Json.pretty(hidden).contains("primaryIdentifier"), Json.pretty(hidden));
    assertEquals(List.of(), ReportSchema.errors(Json.pretty(hidden)));
  }

  @Test
  void hidesTheColumnsOfAForeignMineWhereTheyDifferToo() throws Exception {
    RunReport shown = report(ran, fixture.otherTruth());
    RunReport hidden = builder(ran, fixture.otherTruth(), false).build(DUCKDB, home);

    assertTrue(Json.pretty(shown.cell()).contains("primaryIdentifier"), Json.pretty(shown.cell()));
    assertTrue(shown.parity().get("export").difference().differingRows() > 0);
    assertFalse(Json.pretty(hidden).contains("primaryIdentifier"), Json.pretty(hidden));
    assertEquals(CellStatus.INVALID, hidden.cell().status());
    assertEquals(List.of(), ReportSchema.errors(Json.pretty(shown)));
    assertEquals(List.of(), ReportSchema.errors(Json.pretty(hidden)));
  }

  private static void assertHasNoTimes(RunReport report) throws Exception {
    assertTrue(report.cell().shownTiming().isEmpty());
    assertEquals(List.of(), ReportSchema.errors(Json.pretty(report)));
    for (String times : List.of("stage_timings", "stage_model")) {
      JsonNode stages = json(report).get(times);
      for (JsonNode stage : times.equals("stage_model") ? stages.get("stages") : stages) {
        assertTrue(stage.get("elapsed_seconds").isNull());
        assertTrue(stage.get("cpu_seconds").isNull());
      }
    }
  }

  private static final EngineFacts DUCKDB = new EngineFacts("duckdb", "v1", 2, "1GB");

  private static RunReport report(RanPipeline run, SourceTruth truth) {
    return builder(run, truth, true).build(DUCKDB, home);
  }

  private static ReportBuilder builder(RanPipeline run, SourceTruth truth, boolean showQuery) {
    ReportContext context =
        new ReportContext(
            new Envelope(
                RunReport.VERSION,
                "id",
                "2026-01-01T00:00:00Z",
                List.of("plumbline", "elt"),
                Json.mapper().createObjectNode(),
                environment),
            Map.of("plan", 0.1, "of_wall_before_first_stage", 0.2),
            null,
            telemetry,
            showQuery,
            false,
            "test");
    Proof proof = Proof.of(run.findings(), run.spec(), FloorFixture.ROWS, truth);
    return new ReportBuilder(context, fixture.plan, run, proof);
  }

  private static JsonNode json(RunReport report) throws Exception {
    return Json.mapper().readTree(Json.pretty(report));
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
