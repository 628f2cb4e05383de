package dev.plumbline.runners.study.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What needs Polars where it cannot work: on a {@code PATH} without Node, or with an old one. */
@Timeout(300)
class MissingEngineTest {
  @TempDir Path directory;

  @Test
  void anEngineThatNobodyNamedIsLeftOutWithTheReason() throws Exception {
    Path json = directory.resolve("engines.json");

    PlumblineRun run = engines("--json-out=" + json);

    assertEquals(0, run.exit(), run::err);
    assertEquals(List.of(), ReportSchema.enginesErrors(Files.readString(json)));
    JsonNode report = Json.mapper().readTree(json.toFile());
    JsonNode polars = report.at("/engines/1");
    assertEquals("polars", polars.get("name").asText());
    assertTrue(polars.get("facts").isNull(), polars::toString);
    assertTrue(polars.get("missing").asText().contains("nvm install"), polars::toString);
    assertEquals(8, report.get("parity").size(), "two engines, four works");
    assertFalse(report.get("measurement").toString().contains("\"arm\":\"polars\""));
    assertEquals(4, report.get("fastest").size(), "one of each work, found or not");
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("polars +skipped: .*nvm install.*")),
        run::out);
  }

  @Test
  void anEngineThatWasNamedMustNotBeMissing() throws Exception {
    PlumblineRun run = engines("--engines=duckdb,polars");

    assertSaysThatPolarsIsMissing(run);
  }

  @Test
  void anEngineThatWasNamedForStorageMustNotBeMissing() throws Exception {
    PlumblineRun run = run("storage", "--engines=duckdb,polars");

    assertSaysThatPolarsIsMissing(run);
  }

  @Test
  void aNodeThatHasBecomeTooOldForWhatIsInstalledIsNamedByItsVersion() throws Exception {
    ReadyEngine.of(Engines.POLARS);
    Path old = Files.createDirectories(directory.resolve("old"));
    Path node = Files.writeString(old.resolve("node"), "#!/bin/sh\necho v16.20.0\n");
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwx------"));

    PlumblineRun run = run(List.of("PATH=" + old), "engines", "--engines=polars");

    assertSaysThatPolarsIsMissing(run);
    String message = run.lastLine().get("message").asText();
    assertTrue(message.contains("needs Node 20 or later") && message.contains("v16.20.0"), message);
  }

  private static void assertSaysThatPolarsIsMissing(PlumblineRun run) throws Exception {
    assertEquals(1, run.exit(), run::err);
    assertEquals("EngineUnavailable", run.lastLine().get("error_type").asText());
    String message = run.lastLine().get("message").asText();
    assertTrue(message.startsWith("polars: ") && message.contains("nvm install"), message);
    assertEquals(
        1, run.err().lines().filter(line -> line.contains("nvm install")).count(), run::err);
    assertEquals(List.of(), run.results());
    try (Stream<Path> left = Files.walk(run.folder())) {
      List<Path> logs = left.filter(file -> file.endsWith("run.log")).toList();
      assertEquals(1, logs.size(), logs::toString);
      assertTrue(Files.readString(logs.get(0)).contains("nvm install"));
    }
  }

  private PlumblineRun engines(String flag) throws Exception {
    return run("engines", flag);
  }

  private PlumblineRun run(String command, String flag) throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    return run(
        List.of("PATH=" + empty, "PLUMBLINE_CACHE=" + empty.resolve("cache")), command, flag);
  }

  private PlumblineRun run(List<String> environment, String command, String flag) throws Exception {
    List<String> all = new ArrayList<>(List.of(command, "--rows-target=800", flag));
    all.addAll(List.of("--mine-rows=800", "--page-size=400", "--parallelism=1", "--runner=floor"));
    all.addAll(List.of("--repetitions=1", "--heap=400m"));
    List<String> env = new ArrayList<>(List.of("/usr/bin/env"));
    env.addAll(environment);
    return PlumblineRun.apart(env, directory, all);
  }
}
