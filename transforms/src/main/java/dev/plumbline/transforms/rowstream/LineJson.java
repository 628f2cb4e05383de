package dev.plumbline.transforms.rowstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Walks over the members of the one object that a line of a row stream is. */
final class LineJson {
  /** The longest double takes 24 characters; some write decimals out. */
  private static final int NUMBER_CHARACTERS = 1_000;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Lines.LONGEST_BYTES)
                  .maxNumberLength(NUMBER_CHARACTERS)
                  .build())
          .build();

  private LineJson() {}

  /** Takes the members of a row. */
  interface Members {
    /** One member, whose value is at hand; not to be read beyond. */
    void member(String key, JsonToken value, JsonParser json) throws IOException;
  }

  /**
   * Reads a line.
   *
   * @throws LineException if it is not one flat object
   */
  static void read(Lines line, Members members) {
    if (line.length() == 0) {
      throw new LineException("it is empty, expected a JSON object");
    }
    try (JsonParser json = JSON.createParser(line.bytes(), line.from(), line.length())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new LineException("it begins with no {, expected a JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isStructStart()) {
          throw new LineException(
              "'%s' holds %s, expected a number, a string, true, false or null"
                  .formatted(key, kind(value)));
        }
        members.member(key, value, json);
      }
      if (json.nextToken() != null) {
        throw new LineException("it goes on behind its object, expected a line end");
      }
    } catch (IOException e) {
      throw new LineException(reason(e, line));
    }
  }

  /** What a value is, in JSON's words. */
  static String kind(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT -> "an integer";
      case VALUE_NUMBER_FLOAT -> "a number with a fraction or an exponent";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  /** Without Jackson's excerpt: cell values do not belong into messages. */
  private static String reason(IOException e, Lines line) {
    if (e instanceof StreamConstraintsException) {
      return "it has a number or a name that is too long";
    }
    String at =
        e instanceof JsonProcessingException json && json.getLocation() != null
            ? " at byte %d of it".formatted(json.getLocation().getByteOffset() + 1)
            : "";
    return line.ended()
        ? "it is no JSON" + at
        : "it is no JSON%s, and has no line end: the file was cut".formatted(at);
  }
}
