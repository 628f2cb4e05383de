package dev.plumbline.transforms.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.page.PageRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Reads one body, and knows what it has told so far. */
final class BodyReader {
  /** What a trailer says that tells of a failure. */
  static final String FAILED = "the trailer says the answer failed (wasSuccessful is not true)";

  private final CellDecoder[] cells;
  private final PageBuilder builder;
  private final int expected;
  private final long start;
  private final boolean longRows;
  private final Set<String> keys = new HashSet<>();
  private int names;
  private int rows;
  private boolean insideResults;
  private boolean results;
  private boolean trailer;
  private boolean successful;
  private boolean statusFits = true;

  /**
   * A reader of a body of so many bytes, for the rows that were asked for. Rows go into the
   * builder.
   */
  BodyReader(CellDecoder[] cells, PageBuilder builder, int bodyBytes, PageRequest asked) {
    this.cells = cells;
    this.builder = builder;
    this.expected = asked.rows();
    this.start = asked.start();
    this.longRows = bodyBytes > PageJson.ROW_BYTES;
  }

  /** How many whole rows came. */
  int rows() {
    return rows;
  }

  /** Whether reading stopped between the brackets of the results. */
  boolean insideResults() {
    return insideResults;
  }

  /**
   * Reads all of the body.
   *
   * @throws BadBody if it is not the body of the page that was asked for
   */
  void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BadBody("the body is no JSON object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      member(json, json.currentName());
    }
    if (!results) {
      throw new BadBody("the body has no results");
    }
    if (json.nextToken() != null) {
      throw new BadBody("the body goes on behind its end");
    }
    checkTrailer();
    if (rows != expected) {
      throw new BadBody("%d rows came, expected %d".formatted(rows, expected));
    }
  }

  /** A cache, or a server that lost its way, may answer with another page. */
  private void start(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.VALUE_NUMBER_INT) {
      skip(json);
    } else if (json.getLongValue() != start) {
      throw new BadBody(
          "the body begins at row %d of the query, expected %d"
              .formatted(json.getLongValue(), start));
    }
  }

  /** Columns in another order may be of the same types. */
  private void views(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      skip(json);
      return;
    }
    int column = 0;
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      boolean same =
          next == JsonToken.VALUE_STRING
              && column < cells.length
              && json.getText().equals(cells[column].view());
      if (!same) {
        throw new BadBody("view %d of the body is not the one asked for".formatted(column));
      }
      column++;
    }
    if (column != cells.length) {
      throw new BadBody("the body has %d views, expected %d".formatted(column, cells.length));
    }
  }

  private void member(JsonParser json, String key) throws IOException {
    if (!keys.add(key)) {
      throw new BadBody("a key of the body occurs twice");
    }
    PageJson.checkNames(++names);
    JsonToken value = json.nextToken();
    switch (key) {
      case "results" -> results(json, value);
      case "wasSuccessful" -> success(value);
      case "statusCode" -> status(json, value);
      case "start" -> start(json, value);
      case "views" -> views(json, value);
      default -> skip(json);
    }
  }

  private void skip(JsonParser json) throws IOException {
    names = PageJson.skip(json, names);
  }

  private void success(JsonToken value) {
    if (!value.isBoolean()) {
      throw new BadBody("wasSuccessful is " + value + ", expected true or false");
    }
    trailer = true;
    successful = value == JsonToken.VALUE_TRUE;
  }

  private void status(JsonParser json, JsonToken value) throws IOException {
    statusFits = value == JsonToken.VALUE_NUMBER_INT && isSuccess(json.getText());
    skip(json);
  }

  private static boolean isSuccess(String status) {
    return status.length() == 3 && status.charAt(0) >= '1' && status.charAt(0) <= '3';
  }

  private void checkTrailer() {
    if (!trailer) {
      throw new BadBody("the body has no trailer (wasSuccessful)");
    }
    if (!successful) {
      throw new BadBody(FAILED);
    }
    if (!statusFits) {
      throw new BadBody("the trailer contradicts itself: a success, but by its statusCode none");
    }
  }

  private void results(JsonParser json, JsonToken value) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      throw new BadBody("results is " + value + ", expected an array");
    }
    insideResults = true;
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      if (next != JsonToken.START_ARRAY) {
        throw new BadBody("a row is " + next + ", expected an array");
      }
      if (rows == expected) {
        throw new BadBody("more rows came than the " + expected + " expected");
      }
      row(json);
      rows++;
    }
    insideResults = false;
    results = true;
  }

  private void row(JsonParser json) throws IOException {
    builder.startRow();
    long start = longRows ? byteOffset(json) : 0;
    for (int i = 0; i < cells.length; i++) {
      JsonToken token = json.nextToken();
      if (token == JsonToken.END_ARRAY) {
        throw new BadBody("the row has " + i + " cells, expected " + cells.length);
      }
      cell(json, token, i);
      if (longRows) {
        checkLength(json, start);
      }
    }
    if (json.nextToken() != JsonToken.END_ARRAY) {
      throw new BadBody("the row has more than " + cells.length + " cells");
    }
    if (longRows) {
      checkLength(json, start);
    }
  }

  private void cell(JsonParser json, JsonToken token, int column) throws IOException {
    try {
      cells[column].decode(json, token, builder);
    } catch (StreamConstraintsException e) {
      // No text is longer than a row; the parser stops before it has gathered all of it.
      if (token == JsonToken.VALUE_STRING) {
        throw tooLong();
      }
      throw e;
    }
  }

  private static void checkLength(JsonParser json, long start) {
    if (byteOffset(json) - start >= PageJson.ROW_BYTES) {
      throw tooLong();
    }
  }

  /** Of the byte behind what was read last. */
  private static long byteOffset(JsonParser json) {
    return json.currentLocation().getByteOffset();
  }

  private static BadBody tooLong() {
    return new BadBody("the row is longer than %d MiB".formatted(PageJson.ROW_BYTES >> 20));
  }
}
