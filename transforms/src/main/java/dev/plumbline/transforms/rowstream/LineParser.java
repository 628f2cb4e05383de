package dev.plumbline.transforms.rowstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PageBuilder;
import dev.plumbline.transforms.table.CellText;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes rows of lines, each cell by its column's type. */
final class LineParser implements LineJson.Members {
  /** What the texts of types look like that JSON has no values for. */
  private static final Map<ColumnType, String> FORMS =
      Map.of(
          ColumnType.DATE, "a date as \"yyyy-MM-dd\"",
          ColumnType.TIMESTAMP, "a timestamp as \"yyyy-MM-ddTHH:mm:ssZ\"",
          ColumnType.DECIMAL, "a decimal as \"1.10\"");

  private final TableSchema schema;
  private final List<String> keys;
  private final boolean keysMayMiss;
  private final Map<String, Integer> columns = new HashMap<>();
  private final RowSlots row;
  private int found;

  /** A parser of a stream's rows. */
  LineParser(RowStream stream) {
    this.schema = stream.schema();
    this.keys = stream.names().paths();
    this.keysMayMiss = stream.keysMayMiss();
    for (int i = 0; i < keys.size(); i++) {
      columns.put(keys.get(i), i);
    }
    this.row = new RowSlots(schema);
  }

  /**
   * Adds the row that a line holds.
   *
   * @throws LineException if it holds none
   */
  void parse(Lines line, PageBuilder page) {
    row.clear();
    found = 0;
    LineJson.read(line, this);
    if (found < schema.width() && !keysMayMiss) {
      throw missing();
    }
    row.pack(page);
  }

  @Override
  public void member(String key, JsonToken token, JsonParser json) throws IOException {
    Integer column = columns.get(key);
    if (column == null) {
      throw new LineException(
          "it has a key '%s', expected [%s]".formatted(key, String.join(", ", keys)));
    }
    if (!row.isMissing(column)) {
      throw new LineException("it has the key '%s' twice".formatted(key));
    }
    found++;
    if (token == JsonToken.VALUE_NULL) {
      row.setNull(column);
    } else {
      value(column, schema.column(column), token, json);
    }
  }

  private void value(int at, Column column, JsonToken token, JsonParser json) throws IOException {
    switch (column.type()) {
      case INT64 -> row.setLong(at, integer(column, token, json));
      case DOUBLE -> row.setDouble(at, number(column, token, json));
      case BOOLEAN -> {
        require(token.isBoolean(), column, token, "true or false");
        row.setLong(at, token == JsonToken.VALUE_TRUE ? 1 : 0);
      }
      case DATE, TIMESTAMP, DECIMAL -> {
        require(
            token == JsonToken.VALUE_STRING, column, token, FORMS.getOrDefault(column.type(), ""));
        formed(at, column, json.getText());
      }
      case STRING -> {
        require(token == JsonToken.VALUE_STRING, column, token, "a string");
        row.setText(at, json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
      }
    }
  }

  private static long integer(Column column, JsonToken token, JsonParser json) throws IOException {
    require(token == JsonToken.VALUE_NUMBER_INT, column, token, "an integer");
    try {
      return json.getLongValue();
    } catch (InputCoercionException e) {
      throw new LineException("'%s' holds an integer beyond 64 bits".formatted(column.name()));
    }
  }

  private static double number(Column column, JsonToken token, JsonParser json) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      try {
        return CellText.special(json.getText());
      } catch (IllegalArgumentException e) {
        throw new LineException(
            "'%s' holds a string, expected a number, \"NaN\", \"Infinity\", \"-Infinity\" or null"
                .formatted(column.name()));
      }
    }
    require(token.isNumeric(), column, token, "a number");
    double value = json.getDoubleValue();
    if (Double.isInfinite(value)) {
      throw new LineException("'%s' holds a number beyond a double".formatted(column.name()));
    }
    // Jackson takes -0 for an integer, which has no sign then
    boolean negative = value == 0 && json.getTextCharacters()[json.getTextOffset()] == '-';
    return negative ? -0.0 : value;
  }

  private void formed(int at, Column column, String text) {
    try {
      switch (column.type()) {
        case DATE -> row.setLong(at, CellText.day(text));
        case TIMESTAMP -> row.setLong(at, CellText.micros(text));
        case DECIMAL -> row.setDecimal(at, CellText.decimal(text));
        case INT64, DOUBLE, BOOLEAN, STRING ->
            throw new IllegalStateException(column + " is no text of a form");
      }
    } catch (IllegalArgumentException e) {
      throw new LineException("'%s' holds %s".formatted(column.name(), e.getMessage()));
    }
  }

  private static void require(boolean fits, Column column, JsonToken token, String expected) {
    if (!fits) {
      throw new LineException(
          "'%s' (%s) holds %s, expected %s or null"
              .formatted(column.name(), column.type().label(), LineJson.kind(token), expected));
    }
  }

  private LineException missing() {
    for (int i = 0; i < schema.width(); i++) {
      if (row.isMissing(i)) {
        return new LineException("it has no key '%s'".formatted(keys.get(i)));
      }
    }
    throw new IllegalStateException("none of " + schema + " is missing");
  }
}
