package dev.plumbline.runners.study.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pairs of a matrix have no paths: a replay makes both forms of the row streams of earlier runs.
 */
@Timeout(300)
@Tag("exhaustive")
class ReplayedMatrixTest {
  @TempDir Path directory;

  @Test
  void aPairOfTheMatrixIsMadeOfARowStream() throws Exception {
    Path matrix = Files.writeString(directory.resolve("matrix.json"), "{\"tiny\": [300, 700]}");
    for (int rows : List.of(300, 700)) {
      PlumblineRun kept =
          PlumblineRun.inside(
              directory,
              List.of("elt", "--runner=floor", "--rows-target=" + rows, "--mine-rows=900"));
      assertEquals(0, kept.exit(), kept::err);
    }
    Path json = directory.resolve("storage.json");

    PlumblineRun run = replay(matrix, "--mine-rows=900", "--json-out=" + json);

    assertEquals(0, run.exit(), run::err);
    JsonNode sizes = Json.mapper().readTree(json.toFile()).get("sizes");
    assertEquals(300, sizes.at("/tiny_300/rows").asInt(), sizes::toString);
    assertEquals(700, sizes.at("/tiny_700/rows").asInt(), sizes::toString);
  }

  @Test
  void aPairWithoutARowStreamIsNamed() throws Exception {
    Path matrix = Files.writeString(directory.resolve("matrix.json"), "{\"tiny\": [300]}");

    PlumblineRun run = replay(matrix, "--mine-rows=900");

    assertEquals(1, run.exit(), run::err);
    assertTrue(
        run.err().contains("no row_stream of the local mine of seed 42 and 900 genes"), run::err);
  }

  private PlumblineRun replay(Path matrix, String... more) throws Exception {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("storage", "--offline-replay-stage-io", "--matrix=tiny"));
    all.addAll(List.of("--matrix-file=" + matrix, "--engines=duckdb", "--heap=300m"));
    all.addAll(List.of("--repetitions=1"));
    all.addAll(List.of(more));
    return PlumblineRun.inside(directory, all);
  }
}
