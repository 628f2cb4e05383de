package dev.plumbline.runners.study.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.pipelines.engines.EngineWork;
import dev.plumbline.runners.Addition;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With one package more, and one constant in the list, every command knows a fourth engine. */
@Timeout(300)
@Tag("exhaustive")
class FourthEngineRunTest {
  private static final String ROWS = "800";
  private static final String NAME = "loop";
  private static final Addition ENGINE =
      Addition.toList(
          "transforms",
          Engines.class,
          """
            /** Plain loops. */
            LOOP {
              @Override
              public Engine with(EngineSettings settings) {
                return dev.plumbline.transforms.engine.loop.LoopEngine.of(settings);
              }
            }
          """,
          "transforms/src/test/java/dev/plumbline/transforms/engine/loop");

  @TempDir static Path product;
  private static String classPath;

  @TempDir Path directory;

  @BeforeAll
  static void addIt() throws Exception {
    classPath = ENGINE.classPath(product);
  }

  @Test
  void enginesMeasuresItByEveryWorkAndHoldsItToTheOthers() throws Exception {
    JsonNode report = report("engines", "--engines=duckdb,loop", "--repetitions=1");

    Set<String> expected = new TreeSet<>();
    for (EngineWork work : EngineWork.values()) {
      String scenario = "asked." + work.scenario();
      expected.add(scenario);
      JsonNode held = report.at("/parity/" + scenario + "-" + NAME);
      assertEquals("duckdb", held.get("reference").asText());
      assertTrue(held.get("difference").isNull(), held::toString);
      assertTrue(report.get("fastest").has(scenario), report.get("fastest")::toString);
    }
    Set<String> measured = new TreeSet<>();
    for (JsonNode fork : report.at("/measurement/raw/forks")) {
      for (JsonNode iteration : fork.get("iterations")) {
        JsonNode cell = iteration.get("cell");
        assertEquals("valid", cell.get("status").asText(), cell::toString);
        if (cell.get("engine").asText().equals(NAME)) {
          measured.add(cell.get("scenario").asText());
        }
      }
    }
    assertEquals(expected, measured);
  }

  @Test
  void etlTransformsWithIt() throws Exception {
    JsonNode report = report("etl", "--engine=loop", "--runner=floor");

    assertEquals("valid", report.at("/cell/status").asText());
    assertEquals(NAME, report.at("/cell/engine").asText());
    assertEquals("exact", report.at("/parity/join/equivalence").asText());
    assertEquals("match", report.at("/parity/join/invariants/order_hash/status").asText());
  }

  private JsonNode report(String... command) throws Exception {
    Path json = directory.resolve("report.json");
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--rows-target=" + ROWS, "--mine-rows=" + ROWS, "--page-size=400"));
    all.addAll(List.of("--parallelism=2", "--heap=700m", "--json-out=" + json));
    PlumblineRun run = PlumblineRun.apart(List.of(), classPath, directory, all);
    assertEquals(0, run.exit(), run::err);
    return Json.mapper().readTree(json.toFile());
  }
}
