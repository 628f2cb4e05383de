package dev.plumbline.runners.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.launch.PlumblineProcess;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.workflow.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code engines} where Polars cannot work: on a {@code PATH} without Node. */
@Timeout(300)
class MissingEngineTest {
  @TempDir Path directory;

  @Test
  void anEngineThatNobodyNamedIsLeftOutWithTheReason() throws Exception {
    Path json = directory.resolve("engines.json");

    PlumblineProcess run = engines("--json-out=" + json);

    assertEquals(0, run.exit(), run::err);
    assertEquals(List.of(), ReportSchema.enginesErrors(Files.readString(json)));
    JsonNode report = Json.mapper().readTree(json.toFile());
    JsonNode polars = report.at("/engines/1");
    assertEquals("polars", polars.get("name").asText());
    assertTrue(polars.get("facts").isNull(), polars::toString);
    assertTrue(polars.get("missing").asText().contains("nvm install"), polars::toString);
    assertEquals(8, report.get("parity").size(), "two engines, four works");
    assertFalse(report.get("measurement").toString().contains("\"arm\":\"polars\""));
    report
        .get("fastest")
        .forEach(fastest -> assertEquals(1, fastest.get("speed_up").size(), fastest::toString));
    assertTrue(
        run.out().lines().anyMatch(line -> line.matches("polars +skipped: .*nvm install.*")),
        run::out);
  }

  @Test
  void anEngineThatWasNamedMustNotBeMissing() throws Exception {
    PlumblineProcess run = engines("--engines=duckdb,polars");

    assertEquals(1, run.exit(), run::err);
    assertEquals("EngineUnavailable", run.lastLine().get("error_type").asText());
    String message = run.lastLine().get("message").asText();
    assertTrue(message.startsWith("polars: ") && message.contains("nvm install"), message);
    assertEquals(List.of(), run.results());
  }

  private PlumblineProcess engines(String flag) throws Exception {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    List<String> all = new ArrayList<>(List.of("engines", "--rows-target=800", flag));
    all.addAll(List.of("--mine-rows=800", "--page-size=400", "--parallelism=1", "--runner=floor"));
    all.addAll(List.of("--repetitions=1", "--heap=400m"));
    return PlumblineProcess.start(
        List.of("/usr/bin/env", "PATH=" + empty, "PLUMBLINE_CACHE=" + empty.resolve("cache")),
        directory,
        all);
  }
}
