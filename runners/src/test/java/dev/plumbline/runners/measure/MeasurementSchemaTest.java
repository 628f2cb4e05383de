package dev.plumbline.runners.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.measure.analysis.MeasurementWriter;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.run.ReportSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the schema a number without its evidence cannot be written down. */
class MeasurementSchemaTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ObjectNode report;

  @BeforeEach
  void make() {
    Map<String, DoubleUnaryOperator> walls = new LinkedHashMap<>();
    walls.put("base", b -> 4 + 0.01 * b);
    walls.put("new", b -> 5 + 0.02 * b);
    report = Json.mapper().valueToTree(MeasurementWriter.report(Made.raw(10, walls)));
    JsonNode environment = Json.mapper().valueToTree(EnvironmentManifest.collect());
    report.set("environment", environment);
    ((ObjectNode) report.at("/raw/header")).set("environment", environment);
  }

  @Test
  void acceptsWhatTheWriterWrites() throws Exception {
    assertEquals(List.of(), errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/raw/forks/3/iterations/0/cell | evidence",
        "/raw/forks/3/iterations/0/cell | timing",
        "/raw/forks/3/iterations/0/cell/evidence | parity",
        "/raw/forks/3/iterations/0/cell/evidence | runner",
        "/raw/forks/3/iterations/0/cell/evidence | input",
        "/raw/forks/3/iterations/0/cell/evidence | elements",
        "/analysis/arms/0 | evidence",
        "/analysis/arms/0 | summary",
        "/analysis/comparisons/0 | evidence",
        "/analysis/comparisons/0 | ratio",
        "/analysis/comparisons/0/evidence | input_digest",
        "/analysis/comparisons/0/evidence | fingerprint",
        "/analysis/comparisons/0/evidence | blocks",
        "/analysis/comparisons/0/ratio | interval95",
        "/raw/header | fingerprint"
      })
  void refusesANumberWhoseEvidenceIsTakenAway(String where, String name) throws Exception {
    ObjectNode node = (ObjectNode) report.at(where);
    JsonNode was = node.get(name);
    node.remove(name);
    assertNotEquals(List.of(), errors(), "without");
    node.set(name, NODES.nullNode());
    assertNotEquals(List.of(), errors(), "null");
    node.set(name, was);
    assertEquals(List.of(), errors());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/raw/forks/3/iterations/0/cell | failed",
        "/raw/forks/3/iterations/0/cell | skipped",
        "/raw/forks/3/iterations/0/cell | invalid",
        "/raw/forks/3/iterations/0/cell | not_validated",
        "/raw/forks/3 | failed",
        "/analysis/arms/0 | failed",
        "/analysis/arms/0 | not_validated",
        "/analysis/comparisons/0 | invalid"
      })
  void refusesNumbersOfAnythingThatIsNotValid(String where, String status) throws Exception {
    ObjectNode node = (ObjectNode) report.at(where);
    node.put("status", status).put("reason", "for a reason");
    assertNotEquals(List.of(), errors());
  }

  @Test
  void refusesStageTimesOfARunThatIsNotValid() throws Exception {
    ObjectNode run = (ObjectNode) report.at("/raw/forks/3/iterations/0");
    ObjectNode cell = (ObjectNode) run.get("cell");
    cell.put("status", "invalid").put("reason", "wrong runner").set("timing", NODES.nullNode());
    assertNotEquals(List.of(), errors());
    run.set("stage_seconds", NODES.objectNode());
    run.set("cpu_seconds", NODES.nullNode());
    run.set("gc_seconds", NODES.nullNode());
    assertEquals(List.of(), errors());
  }

  @Test
  void refusesAnIntervalOfTooFewBlocks() throws Exception {
    ((ObjectNode) report.at("/analysis/comparisons/0/ratio")).put("pairs", 5);
    assertNotEquals(List.of(), errors());
  }

  private List<String> errors() throws Exception {
    return ReportSchema.measurementErrors(report.toString());
  }
}
