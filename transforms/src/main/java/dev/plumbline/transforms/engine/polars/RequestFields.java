package dev.plumbline.transforms.engine.polars;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.parity.Column;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.util.List;

/** The fields that requests have in common. */
final class RequestFields {
  private RequestFields() {}

  /** A table's files. */
  static void files(JsonGenerator json, WrittenTable table) throws IOException {
    json.writeArrayFieldStart("files");
    for (WrittenFile file : table.files()) {
      json.writeString(file.path());
    }
    json.writeEndArray();
  }

  /** A table's columns. */
  static void columns(JsonGenerator json, List<Column> columns) throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : columns) {
      value(json, column);
    }
    json.writeEndArray();
  }

  /** All that {@link Score} is made of. */
  static void score(JsonGenerator json, WrittenTable table, Roles roles) throws IOException {
    files(json, table);
    column(json, "key", roles.key());
    column(json, "base", roles.base());
    column(json, "edge", roles.edgeOne());
    json.writeStringField("limit", Score.LIMIT);
    json.writeStringField("number", Score.NUMBER);
  }

  private static void column(JsonGenerator json, String field, Column column) throws IOException {
    json.writeFieldName(field);
    value(json, column);
  }

  private static void value(JsonGenerator json, Column column) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.type().label());
    json.writeEndObject();
  }
}
