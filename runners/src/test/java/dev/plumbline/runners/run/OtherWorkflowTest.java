package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ETL beside an earlier ELT on the same rows, in real processes. */
@Timeout(300)
class OtherWorkflowTest {
  private static final String RELATION = "artifacts/relation.parquet";

  @TempDir Path directory;
  private Path elt;

  @BeforeEach
  void runElt() throws Exception {
    elt = home(run("elt", 42));
  }

  @Test
  void theTwoRelationsAreHeldTogether() throws Exception {
    PlumblineRun etl = run("etl", 42);

    assertEquals(0, etl.exit(), etl::err);
    JsonNode parity = report(etl).at("/parity/elt_etl");
    assertEquals("exact", parity.get("equivalence").asText());
    assertEquals("elt relation of run " + elt.getFileName(), parity.at("/right/source").asText());
  }

  @Test
  void aDifferenceEndsTheLaterRunWith3AndNoTimes() throws Exception {
    Path relation = elt.resolve(RELATION);
    String digest = Sha256.of(relation);
    Files.copy(
        home(run("elt", 1)).resolve(RELATION), relation, StandardCopyOption.REPLACE_EXISTING);
    Path manifest = elt.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace(digest, Sha256.of(relation)));

    PlumblineRun etl = run("etl", 42);

    assertEquals(3, etl.exit(), etl::err);
    JsonNode report = report(etl);
    assertEquals("different", report.at("/parity/elt_etl/equivalence").asText());
    assertEquals("invalid", report.at("/cell/status").asText());
    assertTrue(report.at("/cell/timing").isNull(), report.get("cell")::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cell", "artifacts", "stage_timings", "environment"})
  void aReportThatHasBeenDamagedSinceIsNoReasonToFail(String part) throws Exception {
    Path file = elt.resolve("report.json");
    ObjectNode report = (ObjectNode) Json.mapper().readTree(file.toFile());
    report.putNull(part);
    Files.writeString(file, Json.pretty(report));

    PlumblineRun etl = run("etl", 42);

    assertEquals(0, etl.exit(), etl::err);
  }

  @Test
  void whatHasBeenDamagedSinceIsNoReasonToFail() throws Exception {
    Path relation = elt.resolve(RELATION);
    byte[] bytes = Files.readAllBytes(relation);
    bytes[bytes.length / 2] ^= 1;
    Files.write(relation, bytes);

    PlumblineRun etl = run("etl", 42);

    assertEquals(0, etl.exit(), etl::err);
    assertTrue(etl.err().contains(RELATION + " is not what its manifest says"), etl::err);
    assertTrue(report(etl).at("/not_validated/elt_etl").isTextual(), etl::out);
  }

  private PlumblineRun run(String workflow, int seed) throws Exception {
    List<String> all = new ArrayList<>(List.of(workflow, "--mine-seed=" + seed));
    all.addAll(List.of("--rows-target=1500", "--mine-rows=1500", "--runner=floor"));
    all.addAll(List.of("--parallelism=2", "--heap=500m", "--no-keep-artifacts"));
    if (workflow.equals("etl")) {
      all.add("--engine=beam");
    }
    return PlumblineRun.inside(directory, all);
  }

  private static Path home(PlumblineRun run) throws Exception {
    assertEquals(0, run.exit(), run::err);
    return Path.of(run.lastLine().get("report").asText()).getParent();
  }

  private static JsonNode report(PlumblineRun run) throws Exception {
    return Json.mapper().readTree(Path.of(run.lastLine().get("report").asText()).toFile());
  }
}
