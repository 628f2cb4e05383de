package dev.plumbline.transforms.engine.polars;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.plumbline.transforms.table.EngineUse;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the worker's answers, to the letter. */
final class AnswerReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Map<String, String> fields = new HashMap<>();
  private @Nullable Map<String, BigInteger> figures;

  private AnswerReader() {}

  /**
   * Reads one line.
   *
   * @throws IOException if it is no answer
   */
  static WorkerAnswer read(byte[] line) throws IOException {
    AnswerReader reader = new AnswerReader();
    try (JsonParser json = JSON.createParser(line)) {
      reader.readAll(json);
      return reader.answer();
    } catch (NumberFormatException e) {
      throw new IOException("a number is not one: " + e.getMessage(), e);
    }
  }

  private void readAll(JsonParser json) throws IOException {
    expect(json, JsonToken.START_OBJECT);
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (name.equals("figures")) {
        figures = readFigures(json);
      } else {
        expect(json, JsonToken.VALUE_STRING);
        fields.put(name, json.getText());
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
      throw new IOException("it is not one object");
    }
  }

  private static Map<String, BigInteger> readFigures(JsonParser json) throws IOException {
    Map<String, BigInteger> figures = new HashMap<>();
    expect(json, JsonToken.START_OBJECT);
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      expect(json, JsonToken.VALUE_STRING);
      figures.put(name, new BigInteger(json.getText()));
    }
    return figures;
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw new IOException("found %s instead of %s".formatted(json.currentToken(), token));
    }
  }

  private WorkerAnswer answer() throws IOException {
    String error = fields.get("error");
    if ((error == null) == (figures == null)) {
      throw new IOException("it has not one of 'figures' and 'error'");
    }
    EngineUse use =
        new EngineUse(
            Long.parseLong(field("wall_ns")),
            1000 * Long.parseLong(field("cpu_us")),
            Long.parseLong(field("peak_rss_bytes")));
    return new WorkerAnswer(
        Long.parseLong(field("id")),
        error,
        figures == null ? Map.of() : figures,
        use,
        field("node"),
        field("polars"));
  }

  private String field(String name) throws IOException {
    String value = fields.get(name);
    if (value == null) {
      throw new IOException("it has no '" + name + "'");
    }
    return value;
  }
}
