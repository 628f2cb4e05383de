package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.runners.run.ReportSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code measure} of a pipeline on two runners, by its real flags in real processes. */
@Timeout(300)
class MeasurePipelineTest {
  @TempDir Path directory;

  @Test
  void runsEachSizeInForksOfItsOwnAndKeepsColdAndWarmApart() throws Exception {
    Path file = directory.resolve("f.json");
    PlumblineRun run =
        PlumblineRun.apart(
            List.of(),
            directory,
            List.of(
                "measure",
                "--arm=floor=--runner floor",
                "--arm=direct=--runner=direct --parallelism 2",
                "--rows-targets=1000,3000",
                "--warm-iterations=1",
                "--blocks=1",
                "--page-size=500",
                "--heap=700m",
                "--json-out=" + file));

    assertEquals(0, run.exit(), run::err);
    String text = Files.readString(file);
    assertEquals(List.of(), ReportSchema.measurementErrors(text));
    JsonNode report = Json.mapper().readTree(text);
    Map<Integer, Set<String>> digests = new TreeMap<>();
    for (JsonNode fork : report.at("/raw/forks")) {
      assertEquals("valid", fork.get("status").asText());
      assertEquals(2, fork.get("iterations").size());
      Set<Integer> rows = new TreeSet<>();
      for (JsonNode iteration : fork.get("iterations")) {
        rows.add(iteration.at("/cell/rows").asInt());
        digests
            .computeIfAbsent(iteration.at("/cell/rows").asInt(), size -> new TreeSet<>())
            .add(iteration.at("/cell/evidence/input/content_hash").asText());
      }
      assertEquals(1, rows.size());
    }
    assertEquals(Set.of(1000, 3000), digests.keySet());
    digests.values().forEach(all -> assertEquals(1, all.size()));
    assertEquals(8, report.at("/raw/forks").size());
    assertEquals(2, wallsOf(report, "cold"));
    assertEquals(2, wallsOf(report, "warm"));
    assertTrue(report.at("/analysis/lines").isEmpty(), "through two sizes goes any line");
    JsonNode composite = report.at("/analysis/composites/0");
    assertEquals("cold", composite.get("mode").asText());
    assertTrue(composite.get("interval95").isNull(), composite::toString);
    assertTrue(run.out().contains("all sizes"), run::out);
  }

  private static long wallsOf(JsonNode report, String mode) {
    return StreamSupport.stream(report.at("/analysis/comparisons").spliterator(), false)
        .filter(c -> c.get("metric").asText().equals("wall_seconds"))
        .filter(c -> c.get("mode").asText().equals(mode))
        .count();
  }
}
