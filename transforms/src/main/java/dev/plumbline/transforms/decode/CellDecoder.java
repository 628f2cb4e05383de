package dev.plumbline.transforms.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Decodes the cells of one column, by the type that the model gives it and never by the token that
 * came.
 */
final class CellDecoder {
  private final ViewColumn view;
  private final int column;
  private final boolean decimal;

  CellDecoder(ViewColumn view, int column) {
    this.view = view;
    this.column = column;
    this.decimal = view.mineType().equals("java.math.BigDecimal");
  }

  void decode(JsonParser json, JsonToken token, PageBuilder page) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      page.addNull(column);
      return;
    }
    switch (view.column().type()) {
      case STRING -> text(json, token, page);
      case INT64 -> page.addInt64(integer(json, token));
      case DOUBLE -> page.addDouble(number(json, token));
      case BOOLEAN -> page.addBoolean(truth(token));
      case DATE -> page.addDate(day(json, token));
      case TIMESTAMP, DECIMAL -> throw PackedPage.notHeld(view.column().type());
    }
  }

  private void text(JsonParser json, JsonToken token, PageBuilder page) throws IOException {
    if (token != JsonToken.VALUE_STRING && !(decimal && token.isNumeric())) {
      throw found(token, decimal ? "a number" : "a string");
    }
    int lone = page.addString(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (lone >= 0) {
      throw new IllegalArgumentException(
          "%s holds a lone surrogate at character %d, which is no text"
              .formatted(view.view(), lone));
    }
  }

  private long integer(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT) {
      throw found(token, "an integer");
    }
    try {
      return json.getDecimalValue().longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          view.view() + " holds a fraction or a number too large, expected an integer", e);
    }
  }

  private double number(JsonParser json, JsonToken token) throws IOException {
    if (!token.isNumeric()) {
      throw found(token, "a number");
    }
    return json.getDoubleValue();
  }

  private boolean truth(JsonToken token) {
    if (!token.isBoolean()) {
      throw found(token, "true or false");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  private int day(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      throw found(token, "a date as yyyy-MM-dd");
    }
    try {
      return Math.toIntExact(LocalDate.parse(json.getText()).toEpochDay());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(view.view() + " holds no date as yyyy-MM-dd", e);
    }
  }

  private IllegalArgumentException found(JsonToken token, String expected) {
    return new IllegalArgumentException(
        "%s (%s) holds %s, expected %s or null"
            .formatted(view.view(), view.mineType(), token, expected));
  }
}
