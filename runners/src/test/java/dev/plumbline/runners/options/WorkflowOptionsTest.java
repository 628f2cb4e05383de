package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class WorkflowOptionsTest {

  @Test
  void survivesJson() throws Exception {
    WorkflowOptions options = SomeOptions.of("done", "results");
    String json = Json.pretty(options);
    assertEquals(options, Json.mapper().readValue(json, WorkflowOptions.class));
  }

  @Test
  void jsonIsPlainAndInSnakeCase() {
    JsonNode json = Json.mapper().valueToTree(SomeOptions.of("done", "results"));
    assertEquals("floor", json.get("runner").asText());
    assertTrue(json.get("json_out").isNull());
    assertEquals(10, json.get("rows_target").asLong());
    assertEquals("Gene", json.get("query_root").asText());
    assertEquals(42, json.get("mine_seed").asLong());
    assertEquals(30, json.size(), "all names stand side by side, whatever record they are in");
  }

  @Test
  void withServiceRootChangesNothingElse() {
    WorkflowOptions options = SomeOptions.of("done", "results");
    WorkflowOptions served = options.withServiceRoot("http://127.0.0.1:1/s");
    assertEquals("http://127.0.0.1:1/s", served.mine().serviceRoot());
    assertEquals(options, served.withServiceRoot(options.mine().serviceRoot()));
  }

  @Test
  void everyExitCodeIsItsOwn() {
    assertEquals(
        ExitCode.values().length,
        java.util.Arrays.stream(ExitCode.values()).map(ExitCode::code).distinct().count());
  }

  @Test
  void heapKnowsItsBytes() {
    assertEquals(2L << 30, HeapSize.parse("2g", Long.MAX_VALUE).bytes());
    assertEquals(1500L << 20, HeapSize.parse("1500M", Long.MAX_VALUE).bytes());
    assertThrows(UsageException.class, () -> HeapSize.parse("2g", 1L << 30));
  }
}
