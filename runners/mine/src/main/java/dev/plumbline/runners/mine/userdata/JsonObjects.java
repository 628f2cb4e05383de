package dev.plumbline.runners.mine.userdata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads flat JSON objects, one a line; a number's text is the token as it stands in the file. */
final class JsonObjects implements Closeable {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Takes the members of one object. */
  @FunctionalInterface
  interface MemberSink {
    void member(String key, @Nullable String text, Spelling spelling);
  }

  private final JsonParser parser;
  private long line;

  JsonObjects(Path file) throws IOException {
    parser = JSON.createParser(Utf8Text.openWhole(file));
  }

  /** Sends the members of the next object; false at the end of the file. */
  boolean next(MemberSink sink) throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        requireNoLineBetween(parser.currentLocation().getLineNr());
        return false;
      }
      begin(token);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        member(key, parser.nextToken(), sink);
      }
      requireLine("ends");
      return true;
    } catch (JsonProcessingException e) {
      throw new UserDataRefused(
          "line %d: no JSON object: %s"
              .formatted(e.getLocation().getLineNr(), firstLine(e.getOriginalMessage())),
          e);
    } catch (CharacterCodingException e) {
      throw Utf8Text.noUtf8(line + 1, e);
    }
  }

  /** The line of the object read last, from 1. */
  long line() {
    return line;
  }

  private void begin(JsonToken token) {
    long here = parser.currentTokenLocation().getLineNr();
    if (token != JsonToken.START_OBJECT) {
      throw new UserDataRefused("line " + here + ": expected a JSON object, found " + kind(token));
    }
    if (here == line) {
      throw new UserDataRefused("line " + here + ": more than one JSON object");
    }
    requireNoLineBetween(here);
    line = here;
  }

  private void requireNoLineBetween(long here) {
    if (here > line + 1) {
      throw new UserDataRefused("line " + (line + 1) + ": it is empty; expected one object a line");
    }
  }

  private void requireLine(String what) {
    long here = parser.currentTokenLocation().getLineNr();
    if (here != line) {
      throw new UserDataRefused(
          "line %d: the JSON object %s on line %d; expected one object a line"
              .formatted(line, what, here));
    }
  }

  private void member(String key, JsonToken token, MemberSink sink) throws IOException {
    switch (token) {
      case VALUE_NULL -> sink.member(key, null, Spelling.PLAIN);
      case VALUE_TRUE, VALUE_FALSE -> sink.member(key, parser.getText(), Spelling.PLAIN);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          sink.member(key, parser.getText(), Spelling.NUMBER);
      case VALUE_STRING -> sink.member(key, parser.getText(), Spelling.TEXT);
      default ->
          throw new UserDataRefused(
              "line %d, column '%s': %s; nested values cannot be served"
                  .formatted(line, key, kind(token)));
    }
  }

  private static String kind(JsonToken token) {
    if (token == JsonToken.START_ARRAY) {
      return "an array";
    }
    return token == JsonToken.START_OBJECT ? "an object" : "a single value";
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
