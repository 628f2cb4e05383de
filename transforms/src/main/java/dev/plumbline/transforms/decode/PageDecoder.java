package dev.plumbline.transforms.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import java.io.IOException;

/**
 * The core of the decode stage: reads the JSON body of a page in one pass into a packed page.
 *
 * <p>A page counts only if its trailer was seen, {@code wasSuccessful} is true and it has exactly
 * the rows that were asked for, each as wide as the schema and every cell of its column's type.
 * Anything else is a {@link PageException}, never a short result. Reusable, not thread-safe.
 */
public final class PageDecoder {
  /**
   * A failed answer has a comma between its last row and the bracket; the trailer behind it must
   * still be read.
   */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(64 << 20).build())
          .build();

  private final String mine;
  private final CellDecoder[] cells;
  private final PageBuilder builder;

  /**
   * A decoder of pages of one export.
   *
   * @param mine the mine's address, for error messages
   */
  public PageDecoder(String mine, ExportSchema schema) {
    this.mine = mine;
    this.cells = new CellDecoder[schema.views().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = new CellDecoder(schema.views().get(i), i);
    }
    this.builder = new PageBuilder(schema.table(), 1 << 20);
  }

  /** Decodes a page. */
  public PackedPage decode(FetchedPage page) {
    builder.reset();
    Body body = new Body(page);
    try (JsonParser json = JSON.createParser(page.body())) {
      body.read(json);
    } catch (IOException | IllegalArgumentException e) {
      throw error(page, body.rows, reason(e));
    }
    if (!body.trailer) {
      throw error(page, body.rows, "the body has no trailer (wasSuccessful)");
    }
    if (!body.successful) {
      throw error(
          page, body.rows, "the trailer says the answer failed (wasSuccessful is not true)");
    }
    if (body.rows != page.request().rows()) {
      throw error(
          page, body.rows, "%d rows came, expected %d".formatted(body.rows, page.request().rows()));
    }
    return builder.build(page.request().index(), page.request().start());
  }

  /** Without a cause: Jackson's and java.time's messages repeat the cell, and a log prints them. */
  private PageException error(FetchedPage page, int row, String reason) {
    return new PageException(
        "%s: page at offset %d, row %d of the page: %s"
            .formatted(mine, page.request().start(), row, reason));
  }

  /** The reason without Jackson's excerpt of the body: cell values do not belong into messages. */
  private static String reason(Exception e) {
    if (e instanceof JsonProcessingException json) {
      var at = json.getLocation();
      return "the body is not JSON as a mine sends it"
          + (at == null ? "" : " (byte " + at.getByteOffset() + ")");
    }
    return String.valueOf(e.getMessage());
  }

  /** One body being read; what it has told so far. */
  private final class Body {
    private final int expected;
    private int rows;
    private boolean results;
    private boolean trailer;
    private boolean successful;

    Body(FetchedPage page) {
      this.expected = page.request().rows();
    }

    void read(JsonParser json) throws IOException {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("the body is no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        switch (field) {
          case "results" -> results(json, value);
          case "wasSuccessful" -> {
            trailer = true;
            successful = value == JsonToken.VALUE_TRUE;
          }
          default -> json.skipChildren();
        }
      }
      if (!results) {
        throw new IllegalArgumentException("the body has no results");
      }
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("the body goes on behind its end");
      }
    }

    private void results(JsonParser json, JsonToken value) throws IOException {
      if (value != JsonToken.START_ARRAY || results) {
        throw new IllegalArgumentException("results is no array, or occurs twice");
      }
      results = true;
      for (JsonToken next = json.nextToken();
          next != JsonToken.END_ARRAY;
          next = json.nextToken()) {
        if (next != JsonToken.START_ARRAY) {
          throw new IllegalArgumentException("a row is " + next + ", expected an array");
        }
        if (rows == expected) {
          throw new IllegalArgumentException("more rows came than the " + expected + " expected");
        }
        row(json);
        rows++;
      }
    }

    private void row(JsonParser json) throws IOException {
      builder.startRow();
      for (int i = 0; i < cells.length; i++) {
        JsonToken token = json.nextToken();
        if (token == JsonToken.END_ARRAY) {
          throw new IllegalArgumentException(
              "the row has " + i + " cells, expected " + cells.length);
        }
        cells[i].decode(json, token, builder);
      }
      if (json.nextToken() != JsonToken.END_ARRAY) {
        throw new IllegalArgumentException("the row has more than " + cells.length + " cells");
      }
    }
  }
}
