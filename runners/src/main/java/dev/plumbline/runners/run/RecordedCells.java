package dev.plumbline.runners.run;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Reads the rows of recorded pages as cells of the export's columns. */
record RecordedCells(ExportSchema export, RowSink sink) {

  /**
   * Reads one page.
   *
   * @throws IllegalStateException if it has no results, or a cell is not of its column's type
   */
  void page(JsonReader json) throws IOException {
    boolean results = false;
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("results")) {
        results = true;
        rows(json);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    if (!results) {
      throw new IllegalStateException("no results");
    }
  }

  private void rows(JsonReader json) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      json.beginArray();
      for (ViewColumn view : export.views()) {
        cell(json, view);
      }
      json.endArray();
      sink.endRow();
    }
    json.endArray();
  }

  private void cell(JsonReader json, ViewColumn view) throws IOException {
    JsonToken token = json.peek();
    if (token == JsonToken.NULL) {
      json.nextNull();
      sink.nullCell();
      return;
    }
    boolean number = token == JsonToken.NUMBER;
    switch (view.column().type()) {
      case STRING -> text(json.nextString(), number && !view.mineType().endsWith("BigDecimal"));
      case INT64 -> sink.int64Cell(new BigDecimal(number(json, number)).longValueExact());
      case DOUBLE -> sink.doubleCell(Double.parseDouble(number(json, number)));
      case BOOLEAN -> sink.booleanCell(json.nextBoolean());
      case DATE -> sink.dateCell(Math.toIntExact(LocalDate.parse(json.nextString()).toEpochDay()));
      case TIMESTAMP, DECIMAL ->
          throw new IllegalStateException("a mine has no " + view.column().type());
    }
  }

  private void text(String text, boolean wrong) {
    if (wrong) {
      throw new IllegalStateException("a number in a column of texts");
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    sink.stringCell(utf8, 0, utf8.length);
  }

  private static String number(JsonReader json, boolean number) throws IOException {
    if (!number) {
      throw new IllegalStateException("no number in a column of numbers");
    }
    return json.nextString();
  }
}
