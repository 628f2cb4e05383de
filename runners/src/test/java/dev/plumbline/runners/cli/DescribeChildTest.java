package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.arm.BuildDescription;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DescribeChildTest {
  private final BuildDescription description = DescribeChild.description();

  @Test
  void defaultsAreThoseOfTheCommandLine() {
    WorkflowOptions options = CliRun.optionsOf("etl", Map.of());
    JsonNode expected = Json.mapper().valueToTree(options);
    assertEquals(expected, description.defaults().get("etl"));
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
