package dev.plumbline.runners.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.runners.history.HistoryLine.Figures;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryLineTest {
  private static final HistoryLine VALID = Lines.valid("run");
  private static final HistoryLine FAILED = Lines.failed("run", "it did not end");

  @Test
  void schemaAcceptsWhatTheRecordWrites() throws IOException {
    assertTrue(schemaAccepts(Json.line(VALID)));
    assertTrue(schemaAccepts(Json.line(FAILED)));
  }

  /** Each takes a good line and changes one value: {@code valid} or {@code failed}, name, value. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "valid  | figures        | null",
        "valid  | figures        | 12.5",
        "valid  | figures        | {}",
        "valid  | input_digest   | null",
        "valid  | input_digest   | \" \"",
        "valid  | reason         | \"yet slow\"",
        "valid  | status         | \"failed\"",
        "valid  | status         | \"invalid\"",
        "valid  | status         | \"not_validated\"",
        "valid  | status         | \"skipped\"",
        "valid  | status         | \"fast\"",
        "valid  | status         | null",
        "valid  | mode           | \"hot\"",
        "valid  | rows           | -1",
        "valid  | rows           | 1.5",
        "valid  | scenario       | \"\"",
        "valid  | fingerprint    | null",
        "valid  | build          | \"\"",
        "valid  | at             | \"yesterday\"",
        "valid  | at             | \"2026-01-31T10:00:00+01:00\"",
        "valid  | schema_version | \"plumbline_history_v2\"",
        "valid  | wall_seconds   | 3.5",
        "failed | reason         | null",
        "failed | reason         | \"\"",
        "failed | status         | \"valid\"",
        "failed | figures        | {\"n\":1,\"median\":1,\"mean\":1,\"stddev\":0,\"min\":1,\"max\":1}",
        "failed | median         | 3.5"
      })
  void neitherSchemaNorRecordCanBeCheated(String line, String name, String value)
      throws IOException {
    ObjectNode tree = Json.mapper().valueToTree(line.equals("valid") ? VALID : FAILED);
    tree.set(name, Json.mapper().readTree(value));
    assertFalse(schemaAccepts(tree.toString()), tree.toString());
    assertThrows(IllegalArgumentException.class, () -> parse(tree.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "reason", "figures", "input_digest", "rows", "schema_version"})
  void noPartMayBeLeftOut(String name) throws IOException {
    ObjectNode tree = Json.mapper().valueToTree(VALID);
    tree.remove(name);
    assertFalse(schemaAccepts(tree.toString()), tree.toString());
    assertThrows(IllegalArgumentException.class, () -> parse(tree.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,1,1,0,1,1",
        "1,0,0,0,0,0",
        "1,1,1,0.5,1,1",
        "2,1,1,-1,1,1",
        "2,3,2,1,1,2",
        "1,1,1,0,1,2"
      })
  void rejectsFiguresThatNoSampleHas(String text) {
    String[] words = text.split(",", -1);
    double[] x = new double[words.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = Double.parseDouble(words[i]);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new Figures((int) x[0], x[1], x[2], x[3], x[4], x[5]));
  }

  @Test
  void figuresSumUpForks() {
    Figures figures = Figures.of(6, 1, 3, 2);
    assertEquals(new Figures(4, 2.5, 3, figures.stddev(), 1, 6), figures);
    assertEquals(Math.sqrt(14.0 / 3), figures.stddev(), 1e-12);
    assertEquals(new Figures(1, 7, 7, 0, 7, 7), Figures.of(7));
    assertThrows(IllegalArgumentException.class, Figures::of);
    assertThrows(IllegalArgumentException.class, () -> Figures.of(1, 0));
    assertThrows(IllegalArgumentException.class, () -> Figures.of(1, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Figures.of(1, Double.POSITIVE_INFINITY));
  }

  @ParameterizedTest
  @CsvSource({
    "scenario, \"elt\"",
    "rows, 1",
    "mode, \"cold\"",
    "metric, \"time_per_op\"",
    "unit, \"s\"",
    "fingerprint, \"moon\"",
    "input_digest, \"other\""
  })
  void differentWorkInputOrGroundIsNotComparable(String name, String value) throws IOException {
    ObjectNode tree = Json.mapper().valueToTree(VALID);
    tree.set(name, Json.mapper().readTree(value));
    HistoryLine other = parse(tree.toString());
    assertFalse(VALID.comparable(other));
    assertFalse(other.comparable(VALID));
  }

  @ParameterizedTest
  @CsvSource({
    "arm, \"flink-local\"",
    "build, \"0.2.0\"",
    "run_id, \"next\"",
    "at, \"2026-02-01T00:00:00Z\""
  })
  void otherArmBuildOrDayIsComparable(String name, String value) throws IOException {
    ObjectNode tree = Json.mapper().valueToTree(VALID);
    tree.set(name, Json.mapper().readTree(value));
    assertTrue(VALID.comparable(parse(tree.toString())));
  }

  @Test
  void whatIsNotValidIsComparableToNothing() {
    assertFalse(FAILED.comparable(FAILED));
    assertFalse(FAILED.comparable(VALID));
    assertFalse(VALID.comparable(FAILED));
  }

  private static HistoryLine parse(String line) {
    return HistoryText.parse(line.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean schemaAccepts(String line) throws IOException {
    Path file = Path.of(System.getProperty("plumbline.root"), "docs/schema/history.schema.json");
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file), InputFormat.JSON);
    return schema.validate(line, InputFormat.JSON).isEmpty();
  }
}
