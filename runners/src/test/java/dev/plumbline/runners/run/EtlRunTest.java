package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.study.engines.ReadyEngine;
import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ETL by its real flags, in real processes, its files read back. */
@Timeout(300)
class EtlRunTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "beam, direct, --etl-guardrail-rows=2500",
    "polars, floor, --etl-guardrail-rows=2499 --allow-large-etl",
    "duckdb, floor, --etl-guardrail-rows=2500"
  })
  void loadsWhatAnotherEngineMakesOfTheSameRows(String engine, String runner, String guardrail)
      throws Exception {
    ReadyEngine.of(Engines.of(engine).orElseThrow());
    Path json = directory.resolve("report.json");

    PlumblineRun run =
        etl(
            List.of(),
            Stream.concat(
                    Stream.of("--engine=" + engine, "--runner=" + runner, "--json-out=" + json),
                    Stream.of(guardrail.split(" ")))
                .toList());

    assertEquals(0, run.exit(), run::err);
    assertEquals(List.of(), ReportSchema.errors(Files.readString(json)));
    JsonNode report = Json.mapper().readTree(json.toFile());
    assertEquals("valid", report.at("/cell/status").asText());
    assertEquals("etl", report.at("/cell/scenario").asText());
    assertEquals(engine, report.at("/cell/engine").asText());
    assertEngineIsRecorded(report.get("engine"), engine);
    assertEquals("exact", report.at("/parity/join/equivalence").asText());
    String witness = engine.equals("duckdb") ? "beam" : "duckdb";
    assertEquals(engine + " join", report.at("/parity/join/left/source").asText());
    assertEquals(
        witness + " join, after the clock", report.at("/parity/join/right/source").asText());
    assertEquals("match", report.at("/parity/join/invariants/order_hash/status").asText());
    List<String> stages = new ArrayList<>(List.of("fetch", "decode", "join", "analytics"));
    stages.addAll(List.of("parquet_write", "parity"));
    if (!engine.equals("beam")) {
      stages.add(2, "handover_write");
    }
    assertEquals(stages, names(report.get("stage_timings")));
    assertEquals(
        engine.equals("beam") ? "join" : "handover_write",
        report.at("/handed/0/to").asText(),
        "how the rows came to the join");
    assertEquals(
        List.of("fetch", "decode", "parquet_write", "analytics"),
        enabled(report.at("/stage_model/stages")));
    assertEquals(2500, report.at("/stage_timings/join/rows_fetched").asLong());
    assertTrue(
        report.at("/ledger/" + engine + "_start").isNumber(), report.get("ledger")::toString);
    assertResultIsLoaded(Path.of(run.lastLine().get("report").asText()).getParent(), report);
  }

  private static void assertEngineIsRecorded(JsonNode recorded, String engine) {
    assertEquals(engine, recorded.get("name").asText());
    assertEquals(2, recorded.get("threads").asInt());
    boolean polars = engine.equals("polars");
    assertEquals(polars, recorded.get("version").asText().startsWith("nodejs-polars "));
    JsonNode own = recorded.get("own_process");
    assertEquals(!polars, own.isNull(), recorded::toString);
    if (polars) {
      assertTrue(own.get("wall_seconds").asDouble() > 0, own::toString);
      assertTrue(own.get("cpu_seconds").asDouble() > 0, own::toString);
      assertTrue(own.get("peak_rss_bytes").asLong() > 10_000_000, own::toString);
    }
  }

  /** The only files of the run under {@code artifacts} that are no handover. */
  private static void assertResultIsLoaded(Path home, JsonNode report) {
    long rows = 0;
    for (JsonNode artifact : report.get("artifacts")) {
      Path file = home.resolve(artifact.get("path").asText());
      assertTrue(Files.exists(file), file::toString);
      if (artifact.get("path").asText().startsWith("artifacts/relation")) {
        rows += artifact.get("rows").asLong();
      }
    }
    assertEquals(report.at("/figures/join/rows").asLong(), rows);
    assertTrue(rows > 0);
  }

  /**
   * Where rows are joined as pages no file of them is left: they are made again of what was
   * recorded; else nobody but the mine knows them, and no time is shown.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsThatAreInNoFileAreProvenByTheirRecording(boolean recorded) throws Exception {
    Path json = directory.resolve("report.json");
    List<String> flags =
        new ArrayList<>(
            List.of("--engine=beam", "--runner=floor", "--json-out=" + json, "--show-sample"));
    if (recorded) {
      flags.add("--record-pages=" + directory.resolve("recording"));
    }
    PlumblineRun run;
    try (LocalMine mine = LocalMine.start(new MineConfig(0, 42, 2500))) {
      flags.add("--mine-url=" + mine.serviceRoot());
      run = etl(List.of(), flags);
    }

    JsonNode report = Json.mapper().readTree(json.toFile());
    assertEquals(List.of(), ReportSchema.errors(Files.readString(json)));
    Path home = Path.of(run.lastLine().get("report").asText()).getParent();
    assertFalse(Files.exists(home.resolve("source")), "rows for the witness are left");
    assertEquals(recorded, Files.exists(home.resolve("artifacts/parquet/rows.parquet")));
    if (recorded) {
      assertEquals(0, run.exit(), run::err);
      assertEquals("exact", report.at("/parity/join/equivalence").asText());
      assertEquals("recorded pages", report.at("/parity/source/left/source").asText());
    } else {
      assertEquals("not_validated", report.at("/cell/status").asText());
      String why = "no file of the rows was left";
      assertTrue(report.at("/cell/reason").asText().startsWith(why), report.get("cell")::toString);
      assertTrue(report.at("/not_validated/join").asText().startsWith(why));
      assertEquals("exact", report.at("/parity/relation/equivalence").asText());
      assertTrue(run.err().contains("the rows are not kept"), run::err);
    }
  }

  /** Once Polars is installed, only its start shows that Node is gone. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anEngineThatWasNamedMustNotBeMissing(boolean installed) throws Exception {
    if (installed) {
      ReadyEngine.of(Engines.POLARS);
    }

    PlumblineRun run = etl(withoutNode(installed), List.of("--engine=polars", "--runner=floor"));

    assertEquals(1, run.exit(), run::err);
    assertEquals("failed", run.lastLine().get("status").asText());
    assertEquals("EngineUnavailable", run.lastLine().get("error_type").asText());
    assertSaysHowToMend(run);
  }

  @Test
  void theDefaultEngineMayBeMissing() throws Exception {
    PlumblineRun run = etl(withoutNode(false), List.of("--runner=floor"));

    assertEquals(2, run.exit(), run::err);
    assertEquals("skipped", run.lastLine().get("status").asText());
    assertSaysHowToMend(run);
  }

  private static void assertSaysHowToMend(PlumblineRun run) throws Exception {
    String message = run.lastLine().get("message").asText();
    assertTrue(message.startsWith("polars: Polars needs Node"), message);
    assertTrue(message.contains("Cannot run program \"node\""), message);
    assertTrue(message.contains("Mend it with: nvm install "), message);
    assertTrue(run.err().contains(message), run::err);
    assertEquals(List.of(), run.results());
    assertFalse(run.out().contains("rows/s"), run::out);
  }

  /** What a process is started by so that it finds no program, and Polars installed or not. */
  private List<String> withoutNode(boolean installed) throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    List<String> prefix = new ArrayList<>(List.of("/usr/bin/env", "PATH=" + empty));
    if (!installed) {
      prefix.add("PLUMBLINE_CACHE=" + empty.resolve("cache"));
    }
    return prefix;
  }

  private PlumblineRun etl(List<String> prefix, List<String> flags) throws Exception {
    List<String> all = new ArrayList<>(List.of("etl", "--rows-target=2500", "--mine-rows=2500"));
    all.addAll(List.of("--page-size=600", "--workers=2", "--parallelism=2", "--heap=700m"));
    all.addAll(flags);
    return prefix.isEmpty()
        ? PlumblineRun.inside(directory, all)
        : PlumblineRun.apart(prefix, directory, all);
  }

  private static List<String> enabled(JsonNode stages) {
    List<String> enabled = new ArrayList<>();
    stages
        .properties()
        .forEach(
            stage -> {
              if (stage.getValue().get("enabled").asBoolean()) {
                enabled.add(stage.getKey());
              }
            });
    return enabled;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
