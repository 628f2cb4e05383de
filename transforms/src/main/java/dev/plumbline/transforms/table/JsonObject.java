package dev.plumbline.transforms.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An object of a small JSON file, such as a schema or a manifest, whole in memory. What a caller
 * asks for and does not find is an {@link ArtifactException} that names the file and the key.
 */
public final class JsonObject {
  /** A manifest of ten thousand files takes about 2 MB. */
  private static final long LARGEST_BYTES = 64L << 20;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
              .build());

  private final Path file;
  private final JsonNode members;

  private JsonObject(Path file, JsonNode members) {
    this.file = file;
    this.members = members;
  }

  /**
   * Reads a file that is one object.
   *
   * @throws ArtifactException if it is none, is too large or cannot be read
   */
  public static JsonObject read(Path file) throws ArtifactException {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new ArtifactException(
            file, "it has %,d bytes, expected a small JSON file".formatted(Files.size(file)));
      }
      try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
        JsonNode whole = JSON.readTree(json);
        if (whole == null || !whole.isObject()) {
          throw new ArtifactException(file, "it is no JSON object");
        }
        if (json.nextToken() != null) {
          throw new ArtifactException(file, "it goes on behind its end");
        }
        return new JsonObject(file, whole);
      }
    } catch (ArtifactException e) {
      throw e;
    } catch (JsonProcessingException e) {
      throw new ArtifactException(
          "Cannot read %s: it is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw ArtifactException.unreadable(file, e);
    }
  }

  /** Whether there is a member of this name. */
  public boolean has(String key) {
    return members.hasNonNull(key);
  }

  /** A text. */
  public String text(String key) throws ArtifactException {
    return member(key, JsonNode::isTextual, "a string").asText();
  }

  /** An integer of 64 bits, not less than zero. */
  public long count(String key) throws ArtifactException {
    JsonNode number =
        member(key, value -> value.isIntegralNumber() && value.canConvertToLong(), "an integer");
    if (number.asLong() < 0) {
      throw new ArtifactException(
          file, "'%s' is %d, expected a count".formatted(key, number.asLong()));
    }
    return number.asLong();
  }

  /** An object. */
  public JsonObject object(String key) throws ArtifactException {
    return new JsonObject(file, member(key, JsonNode::isObject, "an object"));
  }

  /** An array of objects. */
  public List<JsonObject> objects(String key) throws ArtifactException {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonNode element : member(key, JsonNode::isArray, "an array")) {
      if (!element.isObject()) {
        throw new ArtifactException(file, "'" + key + "' holds what is no object");
      }
      objects.add(new JsonObject(file, element));
    }
    return objects;
  }

  /** Holds a version to the one that is known here. */
  public void requireVersion(String key, String version) throws ArtifactException {
    if (!text(key).equals(version)) {
      throw new ArtifactException(
          file, "its %s is '%s', expected '%s'".formatted(key, text(key), version));
    }
  }

  private JsonNode member(String key, Predicate<JsonNode> is, String expected)
      throws ArtifactException {
    JsonNode value = members.path(key);
    if (!is.test(value)) {
      throw new ArtifactException(
          file,
          "'%s' is %s, expected %s"
              .formatted(key, has(key) ? "something else" : "missing", expected));
    }
    return value;
  }
}
