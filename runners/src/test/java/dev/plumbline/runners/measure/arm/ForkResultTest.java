package dev.plumbline.runners.measure.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.UnknownFields;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the forks of every build since version 1 of the wire bring can be read by this one. */
final class ForkResultTest {
  /** As it stood when version 1 was made; it is never changed. */
  private static final String VERSION_ONE =
      """
      {"iterations": [
        {"iteration": 0, "size_position": 1,
         "cell": {"scenario": "elt", "engine": "duckdb", "runner": "floor", "rows": 500,
           "status": "valid", "reason": null,
           "evidence": {
             "runner": {"requested": "flink-local", "actual": "FlinkRunner",
               "result_class": "FlinkRunnerResult", "job_id": "7f"},
             "input": {"source": "http://127.0.0.1:1/service", "mine_rows": 500,
               "mine_rows_after": 500, "rows": 500, "content_hash": "ab"},
             "elements": {"decode": {"attempted": 500, "expected": 500}},
             "retries": 0, "restarts": 0, "parity": "exact"},
           "timing": {"wall_seconds": 1.5, "unattributed_seconds": 0.25, "rows_per_second": 333.3}},
         "stage_seconds": {"decode": 0.5}, "cpu_seconds": 2.0, "gc_seconds": 0.125,
         "peak_rss_bytes": 1048576, "source_bound": false, "ledger": {"jvm_start": 0.25}}],
       "jvm_start_seconds": 0.25, "work_seconds": 2.5}
      """;

  private static ForkResult read(JsonNode result) throws IOException {
    return ForkResult.of(ChildOutcome.done(1, 1).with(result));
  }

  @Test
  void everyFieldOfVersionOneIsKnownAndNoneIsMadeUp() throws Exception {
    JsonNode said = Json.mapper().readTree(VERSION_ONE);
    JsonNode understood = Json.mapper().valueToTree(read(said));
    assertNull(UnknownFields.of(said, understood), "it is not known any more");
    assertNull(
        UnknownFields.of(understood, said),
        "a field that came later must be null where an older build does not say it");
  }

  @Test
  void keepsWhatANewerBuildSaysBesides() throws Exception {
    JsonNode said = Json.mapper().readTree(VERSION_ONE);
    ((ObjectNode) said.at("/iterations/0")).put("joules", 5);
    ((ObjectNode) said.at("/iterations/0/cell/evidence")).put("steal", 0.5);
    ForkResult result = read(said);
    assertEquals(
        "{\"cell\":{\"evidence\":{\"steal\":0.5}},\"joules\":5}",
        String.valueOf(result.iterations().get(0).unknown()));
    JsonNode again = Json.mapper().valueToTree(result.iterations().get(0));
    assertEquals(
        result.iterations().get(0),
        Json.mapper().treeToValue(again, result.iterations().get(0).getClass()));
  }

  @Test
  void refusesWhatIsNoResult() {
    assertThrows(IOException.class, () -> ForkResult.of(ChildOutcome.done(1, 1)));
    assertThrows(IOException.class, () -> read(Json.mapper().nullNode()));
    assertThrows(
        IOException.class, () -> read(Json.mapper().createObjectNode().put("wall", "fast")));
  }
}
