package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another build as an arm: one that lacks an option of this one, has one that this one lacks, keeps
 * its options in another package and says more of a run than this one knows.
 */
@Timeout(300)
@Tag("exhaustive")
class OtherBuildTest {
  @TempDir static Path folder;
  @TempDir Path directory;
  private static Path other;

  @BeforeAll
  static void build() throws Exception {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("dev.plumbline.runners.options", "dev.plumbline.runners.told");
    words.put("dev/plumbline/runners/options", "dev/plumbline/runners/told");
    words.put("requestTimeoutSeconds", "longestRequestSeconds");
    words.put(
        "  /** Copies the maps. */\n",
        """
          @com.fasterxml.jackson.annotation.JsonProperty("joules")
          public double joules() { return 5; }
        """);
    other = new RebuiltBuild(folder, words).jar();
  }

  @Test
  void isMeasuredAgainstThisOne() throws Exception {
    Path file = directory.resolve("f.json");
    PlumblineRun run = measure("--arm=old=--build " + other, "--arm=new=", "--json-out=" + file);
    assertEquals(0, run.exit(), run::err);
    JsonNode report = Json.mapper().readTree(file.toFile());
    assertEquals(List.of(), ReportSchema.measurementErrors(Files.readString(file)));
    assertEquals(64, report.at("/raw/header/arms/0/build").asText().length());
    assertEquals(4, report.at("/raw/forks").size(), "the rehearsal and one block");
    JsonNode options = report.at("/raw/header/arms/0/other_options");
    assertEquals("[\"request_timeout_seconds\"]", options.get("left_out").toString());
    assertEquals("[\"longest_request_seconds\"]", options.get("own_defaults").toString());
    for (JsonNode fork : report.at("/raw/forks")) {
      assertEquals("valid", fork.get("status").asText(), fork::toString);
      double joules = fork.at("/iterations/0/unknown/joules").asDouble();
      assertEquals(fork.get("arm").asText().equals("old") ? 5 : 0, joules, fork::toString);
    }
    assertFalse(report.at("/analysis/arms").isEmpty());
    for (JsonNode figure : report.at("/analysis/arms")) {
      assertEquals("valid", figure.get("status").asText(), figure::toString);
    }
  }

  @Test
  void isRefusedAnOptionThatItDoesNotKnowByName() throws Exception {
    PlumblineRun run =
        measure("--arm=old=--build " + other + " --request-timeout-seconds=7", "--arm=new=");
    assertEquals(64, run.exit(), run::err);
    assertTrue(run.err().contains("request_timeout_seconds = 7"), run::err);
    assertTrue(run.err().contains("that build does not know this option"), run::err);
    assertEquals(List.of(), run.results());
  }

  private PlumblineRun measure(String... flags) throws Exception {
    List<String> all = new ArrayList<>(List.of("measure"));
    all.addAll(List.of(flags));
    all.addAll(
        List.of(
            "--blocks=1", "--runner=floor", "--rows-target=500", "--mine-rows=500", "--heap=512m"));
    return PlumblineRun.here(directory, all);
  }
}
