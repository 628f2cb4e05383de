package dev.plumbline.transforms.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a small JSON file, such as a schema or a manifest, whole in memory. What a caller
 * asks for and does not find is an {@link ArtifactException} that names the file and the key.
 */
public final class JsonObject {
  /** A manifest of ten thousand files takes about 2 MB. */
  private static final long LARGEST_BYTES = 64L << 20;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
          .build();

  private final Path file;
  private final Map<String, @Nullable Object> members;

  private JsonObject(Path file, Map<String, @Nullable Object> members) {
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
        if (json.nextToken() != JsonToken.START_OBJECT) {
          throw new ArtifactException(file, "it is no JSON object");
        }
        JsonObject whole = object(file, json);
        if (json.nextToken() != null) {
          throw new ArtifactException(file, "it goes on behind its end");
        }
        return whole;
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
    return members.get(key) != null;
  }

  /** A text. */
  public String text(String key) throws ArtifactException {
    return member(key, String.class, "a string");
  }

  /** An integer of 64 bits, not less than zero. */
  public long count(String key) throws ArtifactException {
    long count = member(key, Long.class, "an integer");
    if (count < 0) {
      throw new ArtifactException(file, "'%s' is %d, expected a count".formatted(key, count));
    }
    return count;
  }

  /** An object. */
  public JsonObject object(String key) throws ArtifactException {
    return member(key, JsonObject.class, "an object");
  }

  /** An array of objects. */
  public List<JsonObject> objects(String key) throws ArtifactException {
    List<JsonObject> objects = new ArrayList<>();
    for (Object element : member(key, List.class, "an array")) {
      if (!(element instanceof JsonObject object)) {
        throw new ArtifactException(file, "'" + key + "' holds what is no object");
      }
      objects.add(object);
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

  private <T> T member(String key, Class<T> type, String expected) throws ArtifactException {
    Object value = members.get(key);
    if (!type.isInstance(value)) {
      throw new ArtifactException(
          file,
          "'%s' is %s, expected %s"
              .formatted(key, value == null ? "missing" : "something else", expected));
    }
    return type.cast(value);
  }

  private static JsonObject object(Path file, JsonParser json) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      members.put(key, value(file, json, json.nextToken()));
    }
    return new JsonObject(file, members);
  }

  private static @Nullable Object value(Path file, JsonParser json, JsonToken token)
      throws IOException {
    return switch (token) {
      case START_OBJECT -> object(file, json);
      case START_ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        for (JsonToken next = json.nextToken();
            next != JsonToken.END_ARRAY;
            next = json.nextToken()) {
          elements.add(value(file, json, next));
        }
        yield elements;
      }
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }
}
