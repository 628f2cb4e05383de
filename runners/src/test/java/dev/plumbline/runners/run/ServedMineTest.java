package dev.plumbline.runners.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ServedMineTest {

  private static WorkflowOptions local() throws Exception {
    ObjectNode json = Json.mapper().valueToTree(SomeOptions.of("local", "results"));
    json.put("mine_kind", "local").put("service_root", "");
    return Json.mapper().treeToValue(json, WorkflowOptions.class);
  }

  @Test
  void servesUntilItIsClosedAtTheAddressInTheOptions() throws Exception {
    WorkflowOptions asked = local();
    MineStatsRequest stats;
    try (ServedMine mine = new ServedMine(asked)) {
      WorkflowOptions served = mine.open();
      assertEquals(asked, served.withServiceRoot(""));
      stats = new MineStatsRequest(served.mine().serviceRoot());
      assertTrue(stats.send().isPresent(), served.mine().serviceRoot());
    }
    assertTrue(stats.send().isEmpty());
  }

  @Test
  void leavesTheOptionsOfAnotherMineAsTheyAre() throws IOException {
    WorkflowOptions asked = SomeOptions.of("custom", "results");
    try (ServedMine mine = new ServedMine(asked)) {
      assertSame(asked, mine.open());
    }
  }
}
