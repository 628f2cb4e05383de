package dev.plumbline.runners.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.Addition;
import dev.plumbline.runners.Addition.Edit;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With one package more, its command, and a line where commands are listed, there is a study. */
@Timeout(300)
@Tag("exhaustive")
class AddedStudyTest {
  private static final String SOURCES = "runners/src/test/java/dev/plumbline/runners/";
  private static final String LINE = "    commands.put(\"storage\",";
  private static final Addition STUDY =
      new Addition(
          List.of(
              new Edit(
                  "runners",
                  Cli.class.getName(),
                  LINE,
                  "    commands.put(\"reread\", () -> new RereadCommand(surroundings));\n" + LINE)),
          List.of(SOURCES + "study/reread", SOURCES + "cli/RereadCommand.java"));

  @TempDir Path directory;

  @Test
  void itIsPreparedMeasuredProvenAndReported() throws Exception {
    Path json = directory.resolve("report.json");
    List<String> command =
        List.of(
            "reread",
            "--engines=duckdb,beam",
            "--runner=floor",
            "--rows-target=700",
            "--mine-rows=700",
            "--repetitions=1",
            "--heap=700m",
            "--json-out=" + json);
    PlumblineRun run =
        PlumblineRun.apart(
            List.of(), STUDY.classPath(directory.resolve("product")), directory, command);

    assertEquals(0, run.exit(), run::err);
    assertTrue(
        run.out().contains("rows read again: 700\n\nduckdb  valid\nbeam    valid"), run::out);
    JsonNode report = Json.mapper().readTree(json.toFile());
    assertEquals(700, report.get("rows").asLong());
    JsonNode forks = report.at("/measurement/raw/forks");
    assertEquals(4, forks.size(), "two engines, rehearsal and block");
    for (JsonNode fork : forks) {
      JsonNode cell = fork.at("/iterations/0/cell");
      assertEquals("valid", cell.get("status").asText(), cell::toString);
      assertEquals("exact", cell.at("/evidence/parity").asText());
    }
  }
}
