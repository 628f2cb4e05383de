package dev.plumbline.runners.study.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.ForkInside;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.run.ReportSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is wrong gets no time, in a real fork, and is told in what it is wrong. */
@Timeout(300)
class PlantedEngineTest {
  @TempDir static Path directory;

  @Test
  void anEngineThatLosesARowHasNoTime() throws Exception {
    Ended ended = engines(PlantedEngine.LostRow.class, 3);

    assertSays(ended, "asked.engine_pipeline-duckdb", "row_count");
    assertEquals(
        1,
        ended
            .report()
            .at("/parity/asked.engine_pipeline-duckdb/relation/difference/missing_rows")
            .asInt());
  }

  @Test
  void anEngineThatWritesAnotherOrderHasNoTime() throws Exception {
    Ended ended = engines(PlantedEngine.OtherOrder.class, 3);

    assertSays(ended, "asked.join_engine-duckdb", "order_hash");
    JsonNode relation = ended.report().at("/parity/asked.join_engine-duckdb/relation");
    assertEquals("match", relation.at("/invariants/content_hash/status").asText());
  }

  @Test
  void anEngineWhoseScoreIsOneMillionthMoreHasNoTime() throws Exception {
    Ended ended = engines(PlantedEngine.ScoreOffByOne.class, 3);

    assertSays(ended, "asked.analytics-duckdb", "score_sum is ");
    assertTrue(ended.message().contains("result_hash"), ended::message);
  }

  @Test
  void anEngineThatReadsNothingHasNoTime() throws Exception {
    Ended ended = engines(PlantedEngine.ScansNothing.class, 3);

    assertSays(ended, "asked.scan-duckdb", ".non_null is null, expected ");
  }

  @Test
  void aDifferenceThatIsAllowedHasNoTimeEither() throws Exception {
    Ended ended = engines(PlantedEngine.LostRow.class, 0, "--no-strict-parity");

    assertSays(ended, "asked.engine_pipeline-duckdb", "row_count");
  }

  @Test
  void rowsOfForeignMinesAreNotQuotedUnlessThatIsAskedFor() throws Exception {
    String where = "/parity/asked.engine_pipeline-duckdb/relation/difference/first_rows/0";
    try (LocalMine mine = LocalMine.start(new MineConfig(0, 42, 800))) {
      String url = "--mine-url=" + mine.serviceRoot();
      Ended hidden = engines(PlantedEngine.LostRow.class, 3, url);
      JsonNode row = hidden.report().at(where);
      assertEquals("missing", row.get("kind").asText());
      assertTrue(row.get("key").toString().contains("sha256:"), row::toString);

      Ended shown = engines(PlantedEngine.LostRow.class, 3, url, "--show-values");
      assertFalse(shown.report().at(where).get("key").toString().contains("sha256:"));
    }
  }

  @Test
  void anEngineThatWritesNoFileHasFailed() throws Exception {
    Ended ended = engines(PlantedEngine.WritesNothing.class, 1);

    assertWithheld(ended, "failed");
    assertTrue(
        ended.message().contains("No Parquet file to read for 'duckdb engine_pipeline'"),
        ended::message);
  }

  /** How it ended: the message of its last line, all that it printed, and its report. */
  private record Ended(String message, String out, JsonNode report) {}

  private static void assertSays(Ended ended, String result, String difference) {
    assertWithheld(ended, "invalid");
    assertTrue(ended.message().contains("parity: "), ended::message);
    assertTrue(ended.message().contains(difference), ended::message);
    ended
        .report()
        .get("parity")
        .properties()
        .forEach(
            entry ->
                assertEquals(
                    !entry.getKey().equals(result),
                    entry.getValue().get("difference").isNull(),
                    entry::toString));
    assertTrue(ended.out().contains("NOT all equivalent"), ended::out);
  }

  /** Not one number of it stands anywhere, not even of the works that it does right. */
  private static void assertWithheld(Ended ended, String status) {
    JsonNode fork = ended.report().at("/measurement/raw/forks/0");
    assertEquals(status, fork.get("status").asText());
    assertEquals(1, ended.report().at("/measurement/raw/forks").size());
    for (JsonNode figure : ended.report().at("/measurement/analysis/arms")) {
      assertTrue(figure.get("summary").isNull(), figure::toString);
    }
    ended.report().get("fastest").forEach(fastest -> assertTrue(fastest.isNull()));
    assertFalse(ended.out().contains("is fastest"), ended::out);
  }

  private static Ended engines(Class<? extends PlantedEngine> planted, int exit) throws Exception {
    return engines(planted, exit, "--strict-parity");
  }

  private static Ended engines(Class<? extends PlantedEngine> planted, int exit, String... more)
      throws Exception {
    Path json = directory.resolve("engines.json");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.of(),
            Map.of(),
            print,
            print,
            task -> planted(task, planted),
            ForkInside.writing(Files.createTempFile(directory, "out", "")));
    List<String> all = new ArrayList<>(List.of("engines", "--engines=duckdb", "--runner=floor"));
    all.addAll(List.of("--rows-target=800", "--mine-rows=800", "--page-size=400"));
    all.addAll(List.of("--parallelism=1", "--repetitions=1", "--heap=400m"));
    all.addAll(List.of("--json-out=" + json, "--results-dir=" + directory.resolve("results")));
    all.addAll(List.of(more));
    int found = new Cli(surroundings).execute(all.toArray(String[]::new));
    String out = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(exit, found, out);
    String text = Files.readString(json);
    assertEquals(List.of(), ReportSchema.enginesErrors(text));
    List<String> lines = out.lines().toList();
    JsonNode last = Json.mapper().readTree(lines.get(lines.size() - 1));
    return new Ended(last.get("message").asText(), out, Json.mapper().readTree(text));
  }

  private static Class<? extends ChildTask> planted(
      Class<? extends ChildTask> task, Class<? extends PlantedEngine> planted) {
    return task.equals(EngineChild.class)
        ? planted
        : task.equals(PrepareChild.class) ? PreparedOnce.class : task;
  }
}
