package dev.plumbline.transforms.engine.polars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.transforms.table.EngineUse;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the worker's answers, to the letter.
 *
 * @param answer one object; its numbers are strings
 */
record AnswerReader(JsonNode answer) {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /**
   * Reads one line.
   *
   * @throws IOException if it is no answer
   */
  static WorkerAnswer read(byte[] line) throws IOException {
    try (JsonParser json = JSON.createParser(line)) {
      JsonNode answer = JSON.readTree(json);
      if (answer == null || !answer.isObject() || json.nextToken() != null) {
        throw new IOException("it is not one object");
      }
      return new AnswerReader(answer).read();
    } catch (NumberFormatException e) {
      throw new IOException("a number is not one: " + e.getMessage(), e);
    }
  }

  private WorkerAnswer read() throws IOException {
    if (answer.has("error") == answer.has("figures")) {
      throw new IOException("it has not one of 'figures' and 'error'");
    }
    EngineUse use =
        new EngineUse(
            Long.parseLong(text(answer, "wall_ns")),
            1000 * Long.parseLong(text(answer, "cpu_us")),
            Long.parseLong(text(answer, "peak_rss_bytes")));
    return new WorkerAnswer(
        Long.parseLong(text(answer, "id")),
        answer.has("error") ? text(answer, "error") : null,
        figures(),
        use,
        text(answer, "node"),
        text(answer, "polars"));
  }

  private Map<String, BigInteger> figures() throws IOException {
    Map<String, BigInteger> figures = new HashMap<>();
    JsonNode found = answer.path("figures");
    if (answer.has("figures") && !found.isObject()) {
      throw new IOException("its figures are no object");
    }
    for (Map.Entry<String, JsonNode> figure : found.properties()) {
      figures.put(figure.getKey(), new BigInteger(text(found, figure.getKey())));
    }
    return figures;
  }

  private static String text(JsonNode of, String name) throws IOException {
    JsonNode value = of.path(name);
    if (!value.isTextual()) {
      throw new IOException("it has no '" + name + "', or one that is no string");
    }
    return value.asText();
  }
}
