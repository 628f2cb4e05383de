package dev.plumbline.runners.options;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the user's that an option names.
 *
 * @param option the option
 * @param file the file
 */
public record UserJson(String option, String file) {
  /**
   * All of it.
   *
   * @throws UsageException if it cannot be read, or is no JSON, or has a name twice
   */
  public JsonNode read() {
    try {
      return Json.mapper()
          .readerFor(JsonNode.class)
          .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .readTree(Files.readString(Path.of(file)));
    } catch (IOException e) {
      String reason = e.toString().lines().findFirst().orElse("");
      throw new UsageException("%s: cannot read '%s' as JSON: %s".formatted(option, file, reason));
    }
  }

  /** What is wrong with a part of it. */
  public UsageException wrong(String where, String found, String expected) {
    return new UsageException(
        "%s: '%s', %s: found %s, expected %s".formatted(option, file, where, found, expected));
  }
}
