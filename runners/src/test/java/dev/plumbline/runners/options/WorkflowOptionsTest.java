package dev.plumbline.runners.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.study.engines.EnginesOptions;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkflowOptionsTest {

  private static WorkflowOptions some() {
    return SomeOptions.of("done", "results");
  }

  /** As where the local mine serves a file of the user's. */
  private static WorkflowOptions ofAFile() {
    WorkflowOptions o = some();
    MineFile file = new MineFile("rows.csv", "Gene", List.of("length=Integer"));
    return new WorkflowOptions(
        o.pipeline(),
        o.mine(),
        o.query(),
        o.paging(),
        o.running(),
        new ServedData(7, 300, "cut", file),
        o.engine(),
        o.proof(),
        new Output("results", "report.json"),
        new PagesOnDisk("recorded", null, PagesOnDisk.FULL),
        o.keeping(),
        o.command());
  }

  @Test
  void survivesJsonAloneAndWithinThoseOfAStudy() throws Exception {
    for (WorkflowOptions options : List.of(some(), ofAFile())) {
      String json = Json.pretty(options);
      assertEquals(options, Json.mapper().readValue(json, WorkflowOptions.class));
      EnginesOptions study =
          new EnginesOptions(options, List.of("duckdb"), true, List.of(), null, false);
      assertEquals(study, Json.mapper().readValue(Json.line(study), EnginesOptions.class));
    }
  }

  /** As components are called, of whatever record; two of one name would be one in JSON. */
  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (RecordComponent part : WorkflowOptions.class.getRecordComponents()) {
      if (part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        for (RecordComponent within : part.getType().getRecordComponents()) {
          JsonProperty called = within.getAccessor().getAnnotation(JsonProperty.class);
          names.add(called == null ? inSnakeCase(within.getName()) : called.value());
        }
      } else {
        names.add(inSnakeCase(part.getName()));
      }
    }
    return names;
  }

  private static String inSnakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  @Test
  void jsonIsPlainAndInSnakeCase() {
    JsonNode json = Json.mapper().valueToTree(some());
    assertEquals("floor", json.get("runner").asText());
    assertTrue(json.get("json_out").isNull());
    assertEquals(10, json.get("rows_target").asLong());
    assertEquals("Gene", json.get("query_root").asText());
    assertEquals(42, json.get("mine_seed").asLong());
    List<String> found = new ArrayList<>();
    json.fieldNames().forEachRemaining(found::add);
    assertEquals(names(), found, "all names stand side by side, whatever record they are in");
    assertEquals(names().size(), Set.copyOf(names()).size(), "no two have the same");
  }

  @Test
  void withServiceRootChangesNothingElse() {
    WorkflowOptions options = some();
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
