package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ELT by its real flags, in real processes, its files read back. */
@Timeout(300)
class EltRunTest {
  @TempDir Path directory;

  @Test
  void everyRunnerFindsTheSameWhateverPageSizeAndWorkers() throws Exception {
    Set<String> hashes = new HashSet<>();
    List<List<String>> runs =
        List.of(
            List.of("--runner=floor", "--page-size=999", "--workers=1", "--parallelism=1"),
            List.of("--runner=direct", "--page-size", "5000", "--max-workers", "7"),
            List.of("--runner=FlinkRunner", "--page-size=1300", "--workers=4", "--parallelism=2"),
            List.of("--runner=direct", "--page-size=20000", "--no-parity-side-output"));
    for (List<String> flags : runs) {
      Path json = directory.resolve("report-" + hashes.size() + flags.hashCode() + ".json");
      PlumblineRun run = inside(flags, "--rows-target=8000", "--json-out=" + json);
      assertEquals(0, run.exit(), run::err);
      assertEquals(List.of(), ReportSchema.errors(Files.readString(json)));
      JsonNode report = Json.mapper().readTree(json.toFile());
      assertEquals("valid", report.at("/cell/status").asText());
      assertEquals(8000, report.at("/cell/rows").asInt());
      assertTrue(report.at("/parity/source/equivalent").asBoolean());
      hashes.add(
          report.at("/cell/evidence/input/content_hash").asText()
              + report.at("/stage_model/stages/analytics/result_hash").asText()
              + report.at("/figures/join"));
    }
    assertEquals(1, hashes.size(), hashes::toString);
  }

  @Test
  void leavesOneCompleteDirectoryAndSaysWhere() throws Exception {
    PlumblineRun run =
        PlumblineRun.apart(
            List.of(), directory, List.of("elt", "--runner=floor", "--rows-target=2000"));

    assertEquals(0, run.exit(), run::err);
    JsonNode last = run.lastLine();
    assertEquals("done", last.get("status").asText());
    Path home = Path.of(last.get("report").asText()).getParent();
    assertEquals(
        List.of(home.getFileName().toString(), "row-streams"),
        run.results().stream().sorted().toList());
    JsonNode manifest = Json.mapper().readTree(home.resolve("manifest.json").toFile());
    assertTrue(manifest.toString().contains("artifacts/relation.parquet"), manifest::toString);
    assertTrue(run.out().contains("parquet_write"), run::out);
  }

  @Test
  void exportsASmallerMineWhole() throws Exception {
    PlumblineRun run = inside(List.of("--runner=floor"), "--rows-target=5000", "--mine-rows=1200");

    assertEquals(0, run.exit(), run::err);
    assertTrue(run.err().contains("1,200"), run::err);
    assertTrue(run.out().contains("1,200 rows"), run::out);
  }

  @Test
  void directRunsInAHeapThatWouldNotHoldAllRows() throws Exception {
    PlumblineRun run = elt(List.of("--runner=direct", "--heap=384m"), "--rows-target=1000000");

    assertEquals(0, run.exit(), run::err);
  }

  @Test
  void refusesAViewThatTheModelDoesNotHave() throws Exception {
    PlumblineRun run = inside(List.of("--runner=floor"), "--query-views=symbol,nmae");

    assertEquals(64, run.exit(), run::err);
    assertTrue(run.err().contains("'nmae'") && run.err().contains("'name'"), run::err);
    assertEquals(List.of(), run.results());
  }

  @ParameterizedTest
  @ValueSource(strings = {"floor", "direct"})
  void failsOnADiskThatIsFullAndLeavesNothingThatLooksComplete(String runner) throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/usr/bin/prlimit")), "prlimit limits the file size");
    Thread limiter = new Thread(() -> SmallDisk.limitChildWritingTo(directory.resolve("results")));
    limiter.start();

    PlumblineRun run =
        elt(List.of("--runner=" + runner, "--parallelism=1"), "--rows-target=400000");
    limiter.join();

    assertEquals(1, run.exit(), run::err);
    assertTrue(run.err().contains("Cannot write"), run::err);
    assertEquals(List.of(), run.results());
    assertFalse(run.out().contains("rows/s"), run::out);
  }

  private PlumblineRun elt(List<String> flags, String... more) throws Exception {
    return PlumblineRun.here(directory, command(flags, more));
  }

  private PlumblineRun inside(List<String> flags, String... more) throws Exception {
    return PlumblineRun.inside(directory, command(flags, more));
  }

  private static List<String> command(List<String> flags, String... more) {
    List<String> all = new ArrayList<>(List.of("elt"));
    all.addAll(flags);
    all.addAll(List.of(more));
    return all;
  }
}
