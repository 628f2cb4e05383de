package dev.plumbline.transforms.engine.polars;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.parity.Column;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.parquet.CheckedTable;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.util.List;
import java.util.Set;

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

  /**
   * A table's columns.
   *
   * @param nanos the names of those that are times in nanoseconds
   */
  static void columns(JsonGenerator json, List<Column> columns, Set<String> nanos)
      throws IOException {
    json.writeArrayFieldStart("columns");
    for (Column column : columns) {
      value(json, column, nanos);
    }
    json.writeEndArray();
  }

  /** All that {@link Score} is made of. */
  static void score(JsonGenerator json, CheckedTable table, Roles roles) throws IOException {
    files(json, table.table());
    column(json, "key", roles.key(), table.nanos());
    column(json, "base", roles.base(), table.nanos());
    column(json, "edge", roles.edgeOne(), table.nanos());
    json.writeStringField("limit", Score.LIMIT);
    json.writeStringField("number", Score.NUMBER);
  }

  private static void column(JsonGenerator json, String field, Column column, Set<String> nanos)
      throws IOException {
    json.writeFieldName(field);
    value(json, column, nanos);
  }

  private static void value(JsonGenerator json, Column column, Set<String> nanos)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", nanos.contains(column.name()) ? "nanos" : column.type().label());
    json.writeEndObject();
  }
}
