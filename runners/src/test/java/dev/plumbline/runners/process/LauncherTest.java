package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.runners.results.RunManifest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LauncherTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int run(String ending, String jsonOut) throws Exception {
    return run(TinyTask.ending(ending, folder.resolve("results with spaces"), jsonOut));
  }

  private int run(ForkedRun run) throws Exception {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Launcher(Map.of(), stream, ForkStart.writing(ForkOutput.inherited())).run(run);
  }

  private JsonNode lastLine() throws Exception {
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    return Json.mapper().readTree(lines.get(lines.size() - 1));
  }

  private List<Path> runs() throws Exception {
    try (Stream<Path> all = Files.list(folder.resolve("results with spaces"))) {
      return all.toList();
    }
  }

  @Test
  void finishedRunIsPublishedWholeWithItsManifestAndReport() throws Exception {
    Path copy = folder.resolve("copies/report.json");
    assertEquals(0, run("done", copy.toString()));
    Path run = runs().get(0);
    assertEquals(1, runs().size());
    assertFalse(run.getFileName().toString().startsWith("."));
    assertFalse(Files.exists(run.resolve("tmp")));
    assertFalse(Files.exists(run.resolve("owner.json")));
    RunManifest manifest =
        Json.mapper().readValue(run.resolve(RunDirectory.MANIFEST).toFile(), RunManifest.class);
    assertEquals(
        List.of("options.json", "outcome.json", "parquet/part-0.parquet", "report.json", "run.log"),
        manifest.files().stream().map(RunManifest.Entry::path).toList());
    assertEquals("{\"rows\": 10}", Files.readString(copy));
    assertEquals("done", lastLine().get("status").asText());
    assertEquals(0, lastLine().get("exit_code").asInt());
    assertEquals("tiny", lastLine().get("profile_name").asText());
    assertEquals(12, lastLine().get("elapsed_ms").asLong());
    assertTrue(lastLine().get("max_rss_bytes").asLong() > 1_000_000);
    assertEquals("direct", lastLine().get("tor_mode").asText());
    assertTrue(lastLine().get("proxy_url_scheme").isNull());
    assertEquals(
        run.toRealPath().resolve("report.json").toString(), lastLine().get("report").asText());
  }

  @ParameterizedTest
  @CsvSource({
    "throw, 1, failed, IllegalStateException",
    "usage, 64, usage_error, UsageException",
    "exhaust, 1, failed, child_died",
    "vanish, 1, failed, child_died"
  })
  void childsEndIsOursAndLeavesNothingThatLooksComplete(
      String ending, int code, String status, String errorType) throws Exception {
    assertEquals(code, run(ending, null));
    assertEquals(code, lastLine().get("exit_code").asInt());
    assertEquals(status, lastLine().get("status").asText());
    assertEquals(errorType, lastLine().get("error_type").asText());
    assertEquals(1, runs().size());
    Path failed = runs().get(0);
    assertTrue(failed.getFileName().toString().endsWith(".failed"), failed.toString());
    assertFalse(Files.exists(failed.resolve("parquet")));
    assertFalse(Files.exists(failed.resolve(RunDirectory.MANIFEST)));
    assertTrue(Files.exists(failed.resolve("options.json")));
  }

  @Test
  void errorIsOneLineForTheUserAndTraceInTheLog() throws Exception {
    run("throw", null);
    assertEquals("the mine at | http://***@h/ went away", lastLine().get("message").asText());
    String log = Files.readString(runs().get(0).resolve("run.log"));
    assertTrue(log.contains("at dev.plumbline.runners.process.TinyTask.run"), log);
  }

  @Test
  void evidenceOfParityFailureIsKeptInSightAndItsReportCopied() throws Exception {
    Path copy = folder.resolve("report.json");
    assertEquals(3, run("parity", copy.toString()));
    assertEquals("parity_failure", lastLine().get("status").asText());
    assertEquals("parity", lastLine().get("error_type").asText());
    assertFalse(runs().get(0).getFileName().toString().startsWith("."), runs().toString());
    assertTrue(Files.exists(runs().get(0).resolve("parquet/part-0.parquet")));
    assertTrue(Files.exists(runs().get(0).resolve(RunDirectory.MANIFEST)));
    assertEquals("{\"parity\": \"differs\"}", Files.readString(copy));
    assertTrue(Files.exists(Path.of(lastLine().get("report").asText())));
  }
}
