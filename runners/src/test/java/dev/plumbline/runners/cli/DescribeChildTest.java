package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.arm.BuildDescription;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.SomeOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class DescribeChildTest {
  private final BuildDescription description = DescribeChild.description();

  @Test
  void defaultsAreThoseOfTheCommandLine() {
    JsonNode etl = description.defaults().get("etl");
    assertEquals("etl", etl.get("pipeline").asText());
    assertEquals(5000, etl.get("page_size").asInt());
    assertEquals("2g", etl.get("heap").asText());
    assertEquals(2.0, etl.get("retry_wait_seconds").asDouble());
    assertEquals("polars", etl.at("/engine/name").asText());
    assertEquals("{\"artifacts\":false,\"row_stream_dir\":\"\"}", etl.get("keeping").toString());
    Set<String> known = new TreeSet<>();
    Json.mapper().valueToTree(SomeOptions.of("x", "y")).fieldNames().forEachRemaining(known::add);
    Set<String> described = new TreeSet<>();
    etl.fieldNames().forEachRemaining(described::add);
    assertEquals(known, described);
    assertEquals(Set.of("elt", "etl"), description.defaults().keySet());
  }

  @Test
  void namesEveryOptionAndThoseWithinObjects() {
    description
        .defaults()
        .get("elt")
        .fieldNames()
        .forEachRemaining(name -> assertTrue(description.optionNames().contains(name), name));
    assertTrue(
        description
            .optionNames()
            .containsAll(
                List.of("engine.threads", "mine_data", "mine_data.path", "pages.record_to")),
        description.optionNames()::toString);
  }
}
