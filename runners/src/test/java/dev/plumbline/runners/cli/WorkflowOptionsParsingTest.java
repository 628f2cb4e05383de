package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.runner.Runners;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkflowOptionsParsingTest {
  private static final Map<String, String> NONE = Map.of();

  @Test
  void defaultsAreTheEmbeddedMineOnTheDirectRunner() {
    WorkflowOptions options = CliRun.options(NONE);
    assertEquals("local", options.mine().target());
    assertEquals(MineKind.LOCAL, options.mine().mineKind());
    assertEquals("Gene", options.query().root());
    assertEquals(7, options.query().views().size());
    assertEquals(100_000, options.paging().rowsTarget());
    assertEquals(5_000, options.paging().pageSize());
    assertEquals(4, options.paging().workers());
    assertEquals(Runners.DIRECT, options.running().runner());
    assertEquals("2g", options.running().heap());
    assertEquals(42, options.served().seed());
    assertEquals(100_000, options.served().rows());
    assertEquals(options.running().parallelism(), options.engine().threads().get("duckdb"));
    assertTrue(options.proof().strictParity());
    assertTrue(options.proof().paritySideOutput());
    assertFalse(options.proof().showValues());
    assertEquals("results", options.output().resultsDir());
    assertNull(options.output().jsonOut());
    assertEquals(List.of("plumbline", "elt"), options.command());
  }

  @Test
  void embeddedMineGrowsWithTheRowsWanted() {
    assertEquals(3_000_000, CliRun.options(NONE, "--rows-target=3000000").served().rows());
    assertEquals(7, CliRun.options(NONE, "--mine-rows", "7").served().rows());
  }

  @Test
  void etlWantsNoMoreThanItsGuardrailUnlessItIsTold() {
    assertEquals(50_000, CliRun.optionsOf("etl", NONE).paging().rowsTarget());
    assertEquals(
        700, CliRun.optionsOf("etl", NONE, "--etl-guardrail-rows=700").paging().rowsTarget());
    assertEquals(100_000, CliRun.optionsOf("etl", NONE, "--allow-large-etl").paging().rowsTarget());
    assertEquals(
        60_000, CliRun.optionsOf("etl", Map.of("rows-target", "60000")).paging().rowsTarget());
    assertEquals("polars", CliRun.optionsOf("etl", NONE).engine().name());
    assertFalse(CliRun.optionsOf("etl", NONE).engine().named());
    assertTrue(CliRun.optionsOf("etl", NONE, "--engine=polars").engine().named());
  }

  @Test
  void aliasesMeanTheSame() {
    assertEquals(9, CliRun.options(NONE, "--max-workers", "9").paging().workers());
    assertEquals(9, CliRun.options(Map.of("max-workers", "9")).paging().workers());
    assertEquals(9, CliRun.options(Map.of("workers", "9")).paging().workers());
  }

  @Test
  void propertyStandsForTheOptionAndTheOptionWins() {
    Map<String, String> properties = Map.of("rows-target", "20", "query-views", "symbol,name");
    assertEquals(20, CliRun.options(properties).paging().rowsTarget());
    assertEquals(30, CliRun.options(properties, "--rows-target", "30").paging().rowsTarget());
    assertEquals(List.of("Gene.symbol", "Gene.name"), CliRun.options(properties).query().views());
  }

  @Test
  void booleansAreNegatable() {
    assertTrue(CliRun.options(NONE, "--strict-parity").proof().strictParity());
    assertFalse(CliRun.options(NONE, "--no-strict-parity").proof().strictParity());
    assertFalse(CliRun.options(NONE, "--strict-parity=false").proof().strictParity());
    assertFalse(CliRun.options(Map.of("strict-parity", "false")).proof().strictParity());
    assertTrue(CliRun.options(NONE, "--show-values").proof().showValues());
    assertTrue(CliRun.options(Map.of("show-values", "")).proof().showValues());
    assertTrue(
        CliRun.options(Map.of("strict-parity", "false"), "--strict-parity").proof().strictParity());
    assertFalse(
        CliRun.options(Map.of("strict-parity", "true"), "--no-strict-parity")
            .proof()
            .strictParity());
  }

  @ParameterizedTest
  @CsvSource({
    "floor, FLOOR",
    "direct, DIRECT",
    "DirectRunner, DIRECT",
    "directrunner, DIRECT",
    "flink-local, FLINK_LOCAL",
    "FlinkRunner, FLINK_LOCAL"
  })
  void runnerTakesOurNamesAndBeams(String name, Runners kind) {
    assertEquals(kind, CliRun.options(NONE, "--runner", name).running().runner());
  }

  @ParameterizedTest
  @CsvSource({"legumemine, 4", "maizemine, 8", "wheatmine, 16", "local, 4"})
  void autoWorkersAreWhatTheTargetBears(String target, int workers) {
    assertEquals(workers, CliRun.options(NONE, "--benchmark-target", target).paging().workers());
  }

  @Test
  void mineUrlWinsOverTheTargetsEndpoint() {
    WorkflowOptions bare = CliRun.options(NONE, "--mine-url", "http://127.0.0.1:9/x/service/");
    assertEquals("http://127.0.0.1:9/x/service", bare.mine().serviceRoot());
    assertEquals("custom", bare.mine().target());
    assertEquals(4, bare.paging().workers());
    assertEquals(MineKind.FOREIGN, bare.mine().mineKind());
    WorkflowOptions named =
        CliRun.options(NONE, "--benchmark-target=maizemine", "--mine-url=https://a.example/s");
    assertEquals("https://a.example/s/service", named.mine().serviceRoot());
    assertEquals("maizemine", named.mine().target());
    assertEquals(16, CliRun.options(NONE, "--mine-url=https://a.example/s").paging().workers());
  }

  @Test
  void viewsAndJoinsAreSpeltFromTheRoot() {
    WorkflowOptions options =
        CliRun.options(
            NONE,
            "--query-root=Protein",
            "--query-views=EC,Protein.genes.symbol",
            "--query-joins=genes,Protein.organism:inner");
    assertEquals(List.of("Protein.EC", "Protein.genes.symbol"), options.query().views());
    assertEquals(List.of("Protein.genes:OUTER", "Protein.organism:INNER"), options.query().joins());
  }

  @Test
  void storedCommandSpellsPropertiesAsOptionsThatWereNotOverridden() {
    Map<String, String> properties = Map.of("rows-target", "20", "workers", "2");
    assertEquals(
        List.of("plumbline", "elt", "--workers=2", "--rows-target", "30"),
        CliRun.options(properties, "--rows-target", "30").command());
  }
}
