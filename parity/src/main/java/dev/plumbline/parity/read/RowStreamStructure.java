package dev.plumbline.parity.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file is JSON lines: each line one object of RFC 8259 to the letter, with exactly the
 * keys that are expected, in any order, and no nested value. Texts are UTF-8 without a byte order
 * mark, and no escape stands for half of a surrogate pair.
 */
final class RowStreamStructure {
  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_PLAIN = 300; // with fewer digits no number is beyond a double
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(TextLines.LONGEST_BYTES)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final Path file;
  private final Map<String, Integer> places = new HashMap<>();
  private final long[] seenOn;
  private long line;

  private RowStreamStructure(Path file, List<String> names) {
    this.file = file;
    for (String name : names) {
      places.put(name, places.size());
    }
    this.seenOn = new long[names.size()];
  }

  /**
   * Looks at a whole file.
   *
   * @return how many rows it has
   * @throws ParityReadException if it cannot be read or is not such a file, naming the line
   */
  static long rows(Path file, List<String> names) {
    RowStreamStructure structure = new RowStreamStructure(file, names);
    TextLines.each(file, structure::take);
    return structure.line;
  }

  private void take(long number, byte[] bytes, int from, int length) {
    line = number;
    if (length == 0) {
      throw refused("it is empty, expected a JSON object", null);
    }
    try (JsonParser json = JSON.createParser(bytes, from, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refused("it begins with no {, expected a JSON object", null);
      }
      object(json);
      if (json.nextToken() != null) {
        throw refused("it goes on behind its object, expected a line end", null);
      }
    } catch (JsonProcessingException e) {
      long at = e.getLocation().getByteOffset() + 1;
      throw refused("it is no JSON at byte %,d of it".formatted(at), e);
    } catch (IOException e) {
      throw refused("it is no JSON", e);
    }
  }

  private void object(JsonParser json) throws IOException {
    int members = 0;
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      Integer place = places.get(key);
      if (place == null) {
        throw refused("key '%s' is none of the columns".formatted(key), null);
      }
      if (seenOn[place] == line) {
        throw refused("key '%s' occurs twice".formatted(key), null);
      }
      seenOn[place] = line;
      members++;
      value(key, json);
    }
    if (members < places.size()) {
      throw refused("it has no key " + missing(), null);
    }
  }

  private void value(String key, JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token.isStructStart()) {
      String kind = token == JsonToken.START_ARRAY ? "an array" : "an object";
      throw refused("key '%s' holds %s".formatted(key, kind), null);
    }
    if (token == JsonToken.VALUE_STRING && !pairsOnly(json)) {
      throw refused("key '%s' holds half of a surrogate pair".formatted(key), null);
    }
    if (token.isNumeric() && mayBeLarge(json) && Double.isInfinite(json.getDoubleValue())) {
      throw refused("key '%s' holds a number beyond a double".formatted(key), null);
    }
  }

  /** Whether a number is long, or has an exponent. */
  private static boolean mayBeLarge(JsonParser json) throws IOException {
    return json.getTextLength() > LONGEST_PLAIN
        || json.getText().toLowerCase(Locale.ROOT).indexOf('e') >= 0;
  }

  private static boolean pairsOnly(JsonParser json) throws IOException {
    char[] text = json.getTextCharacters();
    int end = json.getTextOffset() + json.getTextLength();
    for (int i = json.getTextOffset(); i < end; i++) {
      if (Character.isSurrogate(text[i])) {
        if (i + 1 == end || !Character.isSurrogatePair(text[i], text[i + 1])) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private String missing() {
    TreeSet<String> missing = new TreeSet<>();
    places.forEach(
        (name, place) -> {
          if (seenOn[place] != line) {
            missing.add("'" + name + "'");
          }
        });
    return String.join(", ", missing);
  }

  private ParityReadException refused(String what, @Nullable Throwable cause) {
    return new ParityReadException(
        "Cannot read %s: line %,d: %s".formatted(file, line, what), cause);
  }
}
