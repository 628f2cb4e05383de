package dev.plumbline.runners.study.engines;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All engines over one kind of query, and one engine over all kinds, in real processes. */
@Timeout(300)
class EnginesRunTest {
  private static final int ROWS = 3_000;
  private static final List<String> KINDS = List.of("asked", "simple", "complex");

  @TempDir static Path directory;
  private static PlumblineRun run;
  private static JsonNode report;

  @BeforeAll
  static void runAllEngines() throws Exception {
    ReadyEngine.of(Engines.POLARS);
    Path json = directory.resolve("engines.json");
    run =
        PlumblineRun.apart(
            List.of(),
            directory,
            arguments("--engines=duckdb,polars,beam", "--parallelism=2", "--json-out=" + json));
    assertEquals(0, run.exit(), run::err);
    report = Json.mapper().readTree(json.toFile());
  }

  @Test
  void itsReportIsAsTheSchemaSays() throws Exception {
    assertEquals(List.of(), ReportSchema.enginesErrors(report.toString()));
    Path kept = Path.of(run.lastLine().get("report").asText());
    assertEquals(report, Json.mapper().readTree(kept.toFile()));
    assertEquals("engines", run.lastLine().get("profile_name").asText());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " | parity | null",
        "/engines/0 | facts | null",
        "/engines/0 | missing | \"node\"",
        "/inputs/asked | reference | null",
        "/inputs/asked/canonical_rows | base | null",
        "/parity/asked.scan-beam | figures | null",
        "/parity/asked.join_engine-beam | figures | {}",
        "/parity/asked.join_engine-beam | difference | \"row_count\"",
        "/parity/asked.join_engine-beam/relation | equivalent | false",
        "/fastest | asked.scan | {}",
        "/fastest | asked.scan | {\"faster_engine\":\"spark\",\"median_seconds\":1,\"speed_up\":{},\"percent\":{}}",
        "/measurement/raw/forks/3/iterations/0/cell | evidence | null",
        "/measurement/raw/header/arms/0 | kind | \"pipeline\"",
      })
  void theSchemaRefusesAReportThatDoesNotHangTogether(String where, String name, String value)
      throws Exception {
    JsonNode spoilt = report.deepCopy();
    ObjectNode node = (ObjectNode) spoilt.at(where == null ? "" : where);
    assertTrue(node.has(name), node::toString);
    node.set(name, Json.mapper().readTree(value));

    assertFalse(ReportSchema.enginesErrors(spoilt.toString()).isEmpty());
  }

  /** As a killed study tells to: from its journal, and from its report. */
  @Test
  void itsForksCanBeAnalysedAgainAndEachRowSaysOfWhichWorkItIs() throws Exception {
    Path kept = Path.of(run.lastLine().get("report").asText());
    for (Path from : List.of(kept.getParent(), kept)) {
      PlumblineRun again = analysedAgain(from);
      assertEquals(0, again.exit(), again::err);
      for (String work : scenarios(List.of("asked"), " ", Engines.labels())) {
        assertTrue(again.out().contains("\n" + work + " "), () -> work + again.out());
      }
    }
  }

  @Test
  void everyEngineHasDoneEveryWorkOverEveryKindAndMayShowItsTime() {
    Set<String> expected = scenarios(List.of("asked"), "-", Engines.labels());
    for (int block = 0; block <= 1; block++) {
      Set<String> found = new TreeSet<>();
      for (JsonNode fork : report.at("/measurement/raw/forks")) {
        assertEquals("valid", fork.get("status").asText(), fork::toString);
        for (JsonNode iteration : fork.get("iterations")) {
          JsonNode cell = iteration.get("cell");
          assertEquals("valid", cell.get("status").asText(), cell::toString);
          assertEquals("exact", cell.at("/evidence/parity").asText());
          assertEquals(ROWS, cell.get("rows").asInt());
          if (fork.get("block").asInt() == block) {
            found.add(cell.get("scenario").asText() + "-" + cell.get("engine").asText());
          }
        }
      }
      assertEquals(expected, found, "block " + block);
    }
  }

  @Test
  void everyResultIsHeldToTheReferenceAndTheSame() {
    Set<String> held = new TreeSet<>();
    report
        .get("parity")
        .properties()
        .forEach(
            entry -> {
              held.add(entry.getKey());
              assertTrue(entry.getValue().get("difference").isNull(), entry::toString);
              assertEquals("duckdb", entry.getValue().get("reference").asText());
            });
    assertEquals(scenarios(List.of("asked"), "-", Engines.labels()), held);
    assertTrue(run.out().contains("12 results held to the reference: all equivalent"), run::out);
  }

  @Test
  void relationsAreTheSameInOrderToo() {
    for (String work : List.of("engine_pipeline", "join_engine")) {
      for (String engine : Engines.labels()) {
        JsonNode relation = report.at("/parity/asked." + work + "-" + engine + "/relation");
        assertEquals("exact", relation.get("equivalence").asText());
        assertEquals("match", relation.at("/invariants/order_hash/status").asText());
        assertEquals("match", relation.at("/invariants/content_hash/status").asText());
      }
    }
  }

  @Test
  void withoutAnIntervalNoEngineIsTheFastest() {
    Set<String> scenarios = new TreeSet<>();
    report
        .get("fastest")
        .properties()
        .forEach(
            entry -> {
              scenarios.add(entry.getKey());
              assertTrue(entry.getValue().isNull(), entry::toString);
            });
    assertEquals(scenarios(List.of("asked"), "", List.of("")), scenarios);
    assertTrue(
        run.out().contains("of 7 blocks, the fewest that can tell one of 3 pairs"), run::out);
    assertFalse(run.out().contains("times as long as"), run::out);
    assertFalse(run.out().contains("fastest"), run::out);
  }

  @Test
  void startingAnEngineStandsInTheLedgerAndInNoTime() {
    for (JsonNode fork : report.at("/measurement/raw/forks")) {
      String start = fork.get("arm").asText() + "_start";
      for (JsonNode iteration : fork.get("iterations")) {
        JsonNode ledger = iteration.get("ledger");
        assertTrue(ledger.path(start).isNumber(), ledger::toString);
        for (String apart : List.of("jvm_start", "runner_start", "verify")) {
          assertTrue(ledger.path(apart).isNumber(), ledger::toString);
        }
        ledger
            .fieldNames()
            .forEachRemaining(
                name -> assertTrue(name.equals(start) || !other(start).contains(name), name));
      }
    }
    for (JsonNode engine : report.get("engines")) {
      assertTrue(engine.get("missing").isNull(), engine::toString);
      assertTrue(engine.at("/facts/version").asText().matches(".*\\d+\\.\\d+.*"), engine::toString);
      assertTrue(engine.at("/facts/threads").asInt() == 2, engine::toString);
    }
  }

  private static PlumblineRun analysedAgain(Path from) throws Exception {
    return PlumblineRun.inside(directory, List.of("measure", "--from=" + from));
  }

  /** The entries of the engines that a fork does not start. */
  private static List<String> other(String start) {
    return Engines.labels().stream()
        .map(name -> name + "_start")
        .filter(name -> !name.equals(start))
        .toList();
  }

  /** With one thread on another runner, held to another reference, twice in each fork. */
  @Test
  void oneEngineOverAllKindsFindsTheSameWithOtherThreadsAndEachTime() throws Exception {
    Path json = directory.resolve("single.json");
    PlumblineRun single =
        engines(
            "--engines=duckdb",
            "--query-kinds=" + String.join(",", KINDS),
            "--runner=floor",
            "--parallelism=1",
            "--warm-iterations=1",
            "--json-out=" + json);

    assertEquals(0, single.exit(), single::err);
    assertEquals(List.of(), ReportSchema.enginesErrors(Files.readString(json)));
    JsonNode one = Json.mapper().readTree(json.toFile());
    assertKindsAreExportsOfTheirOwn(one);
    assertEquals(1, one.at("/engines/0/facts/threads").asInt());
    JsonNode iterations = one.at("/measurement/raw/forks/1/iterations");
    assertEquals(24, iterations.size(), "four works over three kinds, twice");
    for (JsonNode iteration : iterations) {
      assertEquals("exact", iteration.at("/cell/evidence/parity").asText());
    }
    Set<String> hashes = new TreeSet<>();
    hashes.add(one.at("/parity/asked.analytics-duckdb/result_hash").asText());
    for (String engine : Engines.labels()) {
      hashes.add(report.at("/parity/asked.analytics-" + engine + "/result_hash").asText());
    }
    assertEquals(1, hashes.size(), hashes::toString);
    assertTrue(hashes.iterator().next().matches("[0-9a-f]{64}"), hashes::toString);
    assertFalse(single.out().contains("fastest"), single::out);
    PlumblineRun again = analysedAgain(Path.of(single.lastLine().get("report").asText()));
    assertEquals(0, again.exit(), again::err);
    assertTrue(again.out().contains("\nsimple.join_engine duckdb "), again::out);
  }

  private static void assertKindsAreExportsOfTheirOwn(JsonNode one) {
    Set<String> columns = new HashSet<>();
    for (String kind : KINDS) {
      JsonNode input = one.at("/inputs/" + kind);
      assertEquals(ROWS, input.get("rows").asInt());
      assertEquals("beam", input.get("reference").asText());
      assertEquals(3, input.get("canonical_rows").size());
      assertTrue(input.get("canonical_seconds").asDouble() > 0);
      columns.add(input.get("columns").toString());
    }
    assertEquals(KINDS.size(), columns.size(), columns::toString);
    assertEquals(2, one.at("/options/kinds/2/joins").size(), "complex has two joins");
    Set<String> held = new TreeSet<>();
    one.get("parity").fieldNames().forEachRemaining(held::add);
    assertEquals(scenarios(KINDS, "-", List.of("duckdb")), held);
  }

  /** Every scenario with every one of these behind it. */
  private static Set<String> scenarios(List<String> kinds, String between, List<String> behind) {
    return kinds.stream()
        .flatMap(kind -> Stream.of(EngineWork.values()).map(w -> kind + "." + w.scenario()))
        .flatMap(scenario -> behind.stream().map(last -> scenario + between + last))
        .collect(toSet());
  }

  private static PlumblineRun engines(String... flags) throws Exception {
    return PlumblineRun.inside(directory, arguments(flags));
  }

  private static List<String> arguments(String... flags) {
    List<String> all = new ArrayList<>(List.of("engines", "--rows-target=" + ROWS));
    all.addAll(List.of("--mine-rows=" + ROWS, "--page-size=1000", "--heap=700m"));
    all.add("--repetitions=1");
    all.addAll(List.of(flags));
    return all;
  }
}
