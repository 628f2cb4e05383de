package dev.plumbline.transforms.csv;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.WriteException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file beside a table's CSV files that types their columns, in their order: {@value #NAME}, a
 * JSON object with {@code schema_version} and {@code columns}, each with {@code name}, {@code type}
 * (a label of {@link dev.plumbline.parity.ColumnType}), {@code view} and {@code mine_type}.
 */
public final class CsvSchemaFile {
  /** The file's name. */
  public static final String NAME = "schema.json";

  /** The version of its form. */
  public static final String VERSION = "plumbline_schema_v1";

  private CsvSchemaFile() {}

  /**
   * Writes it into a directory, in the place of one that is there. It appears under its name when
   * it is complete.
   */
  public static void write(Path directory, ExportSchema schema) throws WriteException {
    Path file = directory.resolve(NAME);
    Path unfinished = directory.resolve("." + NAME + ".partial");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished);
          JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
        json.writeStartObject();
        json.writeStringField("schema_version", VERSION);
        json.writeArrayFieldStart("columns");
        for (ViewColumn view : schema.views()) {
          column(json, view);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new WriteException(file.toString(), e);
    }
  }

  private static void column(JsonGenerator json, ViewColumn view) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", view.column().name());
    json.writeStringField("type", view.column().type().label());
    json.writeStringField("view", view.view());
    json.writeStringField("mine_type", view.mineType());
    json.writeEndObject();
  }
}
