package dev.plumbline.transforms.decode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Decodes the cells of one column, by the type that the model gives it and never by the token that
 * came.
 */
final class CellDecoder {
  /** As JSON writes numbers. */
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  /** Years with more digits, which {@link LocalDate} reads too, need a sign before them. */
  private static final int DAY_CHARACTERS = "yyyy-MM-dd".length();

  private final ViewColumn view;
  private final int column;
  private final boolean decimal;

  CellDecoder(ViewColumn view, int column) {
    this.view = view;
    this.column = column;
    this.decimal = view.mineType().equals("java.math.BigDecimal");
  }

  /** The path that the column shows. */
  String view() {
    return view.view();
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
    if (decimal && token == JsonToken.VALUE_STRING && !isDecimal(json)) {
      throw new BadBody(view.view() + " holds a string that is no number");
    }
    int lone = page.addString(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    if (lone >= 0) {
      throw new BadBody(
          "%s holds a lone surrogate at character %d, which is no text"
              .formatted(view.view(), lone));
    }
  }

  private static boolean isDecimal(JsonParser json) throws IOException {
    return json.getTextLength() <= PageJson.NUMBER_CHARACTERS
        && DECIMAL.matcher(json.getText()).matches();
  }

  private long integer(JsonParser json, JsonToken token) throws IOException {
    if (!token.isNumeric()) {
      throw found(token, "an integer");
    }
    try {
      return token == JsonToken.VALUE_NUMBER_INT
          ? json.getLongValue()
          : json.getDecimalValue().longValueExact();
    } catch (ArithmeticException | NumberFormatException | InputCoercionException e) {
      throw new BadBody(
          view.view() + " holds a fraction or a number too large, expected an integer");
    }
  }

  private double number(JsonParser json, JsonToken token) throws IOException {
    if (!token.isNumeric()) {
      throw found(token, "a number");
    }
    double value = json.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw new BadBody(view.view() + " holds a number too large for a double");
    }
    return value == 0 && isNegative(json) ? -0.0 : value;
  }

  /** A mine writes minus zero as -0, which Jackson takes for an integer. */
  private static boolean isNegative(JsonParser json) throws IOException {
    return json.getTextCharacters()[json.getTextOffset()] == '-';
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
    if (json.getTextLength() != DAY_CHARACTERS) {
      throw noDay();
    }
    try {
      return Math.toIntExact(LocalDate.parse(json.getText()).toEpochDay());
    } catch (DateTimeException e) {
      throw noDay();
    }
  }

  private BadBody noDay() {
    return new BadBody(view.view() + " holds no date as yyyy-MM-dd");
  }

  private BadBody found(JsonToken token, String expected) {
    return new BadBody(
        "%s (%s) holds %s, expected %s or null"
            .formatted(view.view(), view.mineType(), token, expected));
  }
}
