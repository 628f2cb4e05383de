package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.ForkInside;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkOutput;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.run.ReportSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is planted into a real pipeline is found: a slower stage gives its interval, and a run that
 * did not do the work has a status in the place of its time. Where the process is the point it is a
 * real fork.
 */
@Timeout(600)
class DetectorTest {
  @TempDir Path directory;

  @Test
  void findsFivePercentAndTwentyPercentInOneStageUnderDrift() throws Exception {
    JsonNode report =
        measure(
            PlantedSlowness.class, 0, "base", "plus5", "plus20", "--runner=floor", "--blocks=6");

    assertInterval(report, "plus5", 1.0, 1.12);
    assertInterval(report, "plus20", 1.1, 1.3);
    assertEquals("complete", report.at("/analysis/ended").asText());
  }

  @Test
  void aWrongRunnerIsInvalid() throws Exception {
    JsonNode report = measure(PlantedWrongRunner.class, 4, "a", "b", "--runner=direct");
    assertWithheld(report, "invalid", "wrong runner: floor ran, direct was asked for");
  }

  @Test
  void anAnswerFromACacheIsInvalid() throws Exception {
    JsonNode report =
        measure(PlantedCache.class, 4, "a", "b", "--runner=floor", "--warm-iterations=1");
    assertWithheld(report, "invalid", "the mine served 0 rows of 2,000");
  }

  @Test
  void emptyInputHasNoTime() throws Exception {
    JsonNode report = measure(PlantedEmptiness.class, 1, "a", "b", "--runner=floor");
    assertWithheld(report, "failed", "found no rows");
  }

  @Test
  void aForkThatBringsRubbishIsFailed() throws Exception {
    JsonNode report = measure(PlantedRubbish.class, 1, "a", "b", "--runner=floor");
    assertWithheld(report, "failed", "cannot be understood");
  }

  @Test
  void aForkThatDiesIsFailed() throws Exception {
    JsonNode report = measure(PlantedCrash.class, 1, "a", "b", "--runner=floor");
    assertWithheld(report, "failed", "ended with code 134: it left no word");
  }

  private static void assertInterval(JsonNode report, String arm, double above, double below) {
    JsonNode found =
        comparisons(report).stream()
            .filter(c -> c.get("candidate").asText().equals(arm))
            .filter(c -> c.get("metric").asText().equals("stage.analytics.elapsed_seconds"))
            .findFirst()
            .orElseThrow();
    JsonNode interval = found.at("/ratio/interval95");
    assertTrue(interval.get("low").asDouble() > above, found::toString);
    assertTrue(interval.get("high").asDouble() < below, found::toString);
  }

  private static void assertWithheld(JsonNode report, String status, String reason) {
    JsonNode fork = report.at("/raw/forks/0");
    assertEquals(status, fork.get("status").asText());
    assertTrue(fork.get("reason").asText().contains(reason), fork::toString);
    for (JsonNode figure : report.at("/analysis/arms")) {
      assertTrue(figure.get("summary").isNull(), figure::toString);
      assertEquals(status, figure.get("status").asText());
    }
    assertTrue(
        comparisons(report).stream().allMatch(c -> c.get("ratio").isNull()), report::toString);
  }

  private static List<JsonNode> comparisons(JsonNode report) {
    return StreamSupport.stream(report.at("/analysis/comparisons").spliterator(), false).toList();
  }

  /** Measures arms of these names, which differ in nothing but what is planted. */
  private JsonNode measure(Class<? extends ChildTask> planted, int exit, String... names)
      throws Exception {
    Path file = directory.resolve("f.json");
    List<String> arguments = new ArrayList<>(List.of("measure"));
    for (String name : names) {
      arguments.add(name.startsWith("--") ? name : "--arm=" + name + "=");
    }
    arguments.addAll(
        List.of(
            "--rows-target=2000",
            "--mine-rows=2000",
            "--page-size=500",
            "--heap=512m",
            "--json-out=" + file,
            "--results-dir=" + directory.resolve("results")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    boolean process = planted == PlantedCrash.class || planted == PlantedWrongRunner.class;
    ForkStart forks =
        process
            ? ForkStart.writing(ForkOutput.inherited())
            : ForkInside.writing(Files.createFile(directory.resolve("out")));
    Surroundings surroundings =
        new Surroundings(Map.of(), Map.of(), print, print, task -> planted, forks);
    int found = new Cli(surroundings).execute(arguments.toArray(String[]::new));
    assertEquals(exit, found, () -> out.toString(StandardCharsets.UTF_8));
    String text = Files.readString(file);
    assertEquals(List.of(), ReportSchema.measurementErrors(text));
    assertFalse(out.toString(StandardCharsets.UTF_8).isBlank());
    return Json.mapper().readTree(text);
  }
}
