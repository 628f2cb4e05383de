package dev.plumbline.transforms.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;

/**
 * The JSON that a mine sends: UTF-8 without a byte order mark, and no larger in any part than what
 * mines hold, so that none can fill our memory.
 */
final class PageJson {
  /**
   * The longest row. Genes, transcripts and proteins have sequences of up to a few MiB; whole
   * chromosomes are longer, and nothing to export by pages of rows.
   */
  static final int ROW_BYTES = 16 << 20;

  /** A row lies 3 deep; what a mine may add to the header one day is hardly deeper. */
  static final int NESTING = 64;

  /** The longest double takes 24 characters; a decimal of a mine, less than a hundred. */
  static final int NUMBER_CHARACTERS = 1_000;

  /** The longest name of a mine takes 14 characters. */
  static final int NAME_BYTES = 1_000;

  /** Of all objects of a body; a mine sends ten, and Jackson keeps each. */
  static final int NAMES = 1_000;

  private static final JsonFactory STRICT = builder().build();
  private static final JsonFactory TOLERANT =
      builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

  private PageJson() {}

  private static JsonFactoryBuilder builder() {
    return new JsonFactoryBuilder()
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxStringLength(ROW_BYTES)
                .maxNestingDepth(NESTING)
                .maxNumberLength(NUMBER_CHARACTERS)
                .maxNameLength(NAME_BYTES)
                .build());
  }

  /** Reads the first bytes of a body to the letter. */
  static JsonParser parse(byte[] body, int length) throws IOException {
    return STRICT.createParser(body, 0, length);
  }

  /**
   * Whether a body that is no JSON ends in the trailer of a failure. A mine that fails between rows
   * leaves a comma behind the last one.
   */
  static boolean failed(byte[] body, int length) {
    try (JsonParser json = TOLERANT.createParser(body, 0, length)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      int names = 0;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean success = json.currentName().equals("wasSuccessful");
        if (json.nextToken() == JsonToken.VALUE_FALSE && success) {
          return true;
        }
        checkNames(++names);
        names = skip(json, names);
      }
      return false;
    } catch (IOException | BadBody e) {
      return false; // broken in another way, of which its first reader tells
    }
  }

  /**
   * Skips to the end of the value that was just begun.
   *
   * @param namesBefore how many names of members the body had so far
   * @return how many it has with those of the value
   */
  static int skip(JsonParser json, int namesBefore) throws IOException {
    int names = namesBefore;
    int depth = json.currentToken().isStructStart() ? 1 : 0;
    while (depth > 0) {
      JsonToken next = json.nextToken();
      depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
      names += next == JsonToken.FIELD_NAME ? 1 : 0;
      checkNames(names);
    }
    return names;
  }

  /**
   * Holds a body to {@link #NAMES}.
   *
   * @throws BadBody if it has more
   */
  static void checkNames(int names) {
    if (names > NAMES) {
      throw new BadBody("the body has more than " + NAMES + " names");
    }
  }
}
