package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.runner.Runners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The times in the reports of real runs, one of them in a process of its own: how long each is may
 * vary, how they hang together not.
 */
@Timeout(300)
class ReportClocksTest {
  private static final int WORKERS = 3;
  private static final int PARALLELISM = 2;
  private static final Map<Runners, String> TABLES = new EnumMap<>(Runners.class);
  private static final Map<Runners, JsonNode> REPORTS = new EnumMap<>(Runners.class);

  @BeforeAll
  static void run(@TempDir Path directory) throws Exception {
    for (Runners kind : Runners.values()) {
      Path json = directory.resolve(kind.label() + ".json");
      List<String> elt =
          List.of(
              "elt",
              "--runner=" + kind.label(),
              "--rows-target=6000",
              "--page-size=700",
              "--workers=" + WORKERS,
              "--parallelism=" + PARALLELISM,
              "--json-out=" + json);
      PlumblineRun run =
          kind == Runners.FLOOR
              ? PlumblineRun.here(directory, elt)
              : PlumblineRun.inside(directory, elt);
      assertEquals(0, run.exit(), run::err);
      assertEquals(List.of(), ReportSchema.errors(Files.readString(json)));
      TABLES.put(kind, run.out());
      REPORTS.put(kind, Json.mapper().readTree(json.toFile()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void attributedAndUnattributedMakeUpTheWallToTheMicrosecond(Runners kind) {
    long sum = micros(report(kind).at("/cell/timing/unattributed_seconds"));
    for (JsonNode stage : report(kind).get("stage_timings")) {
      sum += micros(stage.get("attributed_seconds"));
    }

    assertEquals(wall(kind), sum);
  }

  @ParameterizedTest
  @EnumSource
  void theColumnOfTheTableAddsUp(Runners kind) {
    double sum =
        TABLES
            .get(kind)
            .lines()
            .filter(line -> line.endsWith(" %"))
            .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ([0-9.]+) %$", "$1")))
            .sum();

    assertEquals(100, sum, 1, TABLES.get(kind)); // each is rounded to a tenth
  }

  @ParameterizedTest
  @EnumSource
  void noPartOfAStageIsLongerThanTheWhole(Runners kind) {
    report(kind)
        .get("stage_timings")
        .properties()
        .forEach(
            stage -> {
              long attributed = micros(stage.getValue().get("attributed_seconds"));
              long elapsed = micros(stage.getValue().get("elapsed_seconds"));
              long busy = micros(stage.getValue().get("busy_seconds"));
              long threads = stage.getKey().equals("fetch") ? WORKERS : PARALLELISM;
              assertTrue(attributed <= elapsed, stage::toString);
              assertTrue(elapsed <= busy, stage::toString);
              assertTrue(elapsed <= wall(kind), stage::toString);
              assertTrue(busy <= threads * wall(kind), stage::toString);
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyStageOfThePipelineHasWorked(Runners kind) {
    JsonNode timings = report(kind).get("stage_timings");

    assertEquals(
        List.of("fetch", "decode", "parquet_write", "duckdb_scan", "join", "analytics", "parity"),
        names(timings));
    for (JsonNode stage : timings) {
      assertTrue(micros(stage.get("busy_seconds")) > 0, stage::toString);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ledgerHoldsWhatThisRunnerCosts(Runners kind) {
    JsonNode ledger = report(kind).get("ledger");
    Set<String> expected =
        new LinkedHashSet<>(List.of("jvm_start", "plan", "duckdb_start", "mine_start"));
    expected.addAll(
        switch (kind) {
          case FLOOR -> List.of("of_wall_before_first_stage");
          case DIRECT -> List.of("runner_start");
          case FLINK_LOCAL -> List.of("minicluster_start");
        });
    if (kind != Runners.FLOOR) {
      expected.addAll(List.of("of_wall_construction", "of_wall_translation", "of_wall_submit"));
    }
    expected.addAll(List.of("of_wall_after_last_stage", "verify", "verify_join", "keep_artifacts"));
    if (kind == Runners.FLOOR) { // in a process of its own, whose classes are the run's
      expected.add("class_load");
    }

    assertEquals(expected, Set.copyOf(names(ledger)));
    for (JsonNode cost : ledger) {
      assertTrue(micros(cost) >= 0, ledger::toString);
    }
  }

  @ParameterizedTest
  @EnumSource
  void partsOfTheWallBesideTheStagesAreUnattributed(Runners kind) {
    long sum =
        report(kind).get("ledger").properties().stream()
            .filter(cost -> cost.getKey().startsWith("of_wall_"))
            .mapToLong(cost -> micros(cost.getValue()))
            .sum();

    long unattributed = micros(report(kind).at("/cell/timing/unattributed_seconds"));
    // each end of the sum is rounded, and so is the other side
    assertTrue(sum <= unattributed + 2, () -> sum + " of " + unattributed);
  }

  private static JsonNode report(Runners kind) {
    return REPORTS.get(kind);
  }

  private static long wall(Runners kind) {
    return micros(report(kind).at("/cell/timing/wall_seconds"));
  }

  /** Whole microseconds; fails on a number that is none. */
  private static long micros(JsonNode seconds) {
    return seconds.decimalValue().movePointRight(6).longValueExact();
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
