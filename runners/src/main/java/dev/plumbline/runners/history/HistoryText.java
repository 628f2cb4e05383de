package dev.plumbline.runners.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A history line as the bytes that stand in the file. */
final class HistoryText {
  private static final ObjectReader STRICT =
      Json.mapper()
          .reader()
          .with(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);

  private HistoryText() {}

  /** The line with its line feed. */
  static byte[] format(HistoryLine line) {
    byte[] text = (Json.line(line) + "\n").getBytes(StandardCharsets.UTF_8);
    if (text.length - 1 > HistoryFile.MAX_LINE_BYTES) {
      throw new IllegalArgumentException(
          "a history line of %d bytes, expected at most %d: shorten its reason"
              .formatted(text.length - 1, HistoryFile.MAX_LINE_BYTES));
    }
    return text;
  }

  /**
   * Reads the bytes of a line, without its line feed.
   *
   * @throws IllegalArgumentException if they are no history line of our version
   */
  static HistoryLine parse(byte[] line) {
    if (line.length == 0) {
      throw new IllegalArgumentException("the line is empty");
    }
    if (line.length > HistoryFile.MAX_LINE_BYTES) {
      throw new IllegalArgumentException(
          "the line is longer than " + HistoryFile.MAX_LINE_BYTES + " bytes");
    }
    try {
      JsonNode tree = STRICT.readTree(line);
      if (!tree.isObject()) {
        throw new IllegalArgumentException("not a history line: no JSON object");
      }
      JsonNode version = tree.path("schema_version");
      if (version.isTextual() && !version.asText().equals(HistoryLine.VERSION)) {
        throw new IllegalArgumentException(
            "schema_version is '%s', expected '%s'"
                .formatted(version.asText(), HistoryLine.VERSION));
      }
      return STRICT.treeToValue(tree, HistoryLine.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a history line: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    if (e.getCause() instanceof IllegalArgumentException ours) {
      return String.valueOf(ours.getMessage());
    }
    return e instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(e.getMessage());
  }
}
