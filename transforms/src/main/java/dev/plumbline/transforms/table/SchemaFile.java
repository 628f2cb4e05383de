package dev.plumbline.transforms.table;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file beside text files that types their columns, in their order: {@code NAME.schema.json} for
 * one file, {@value #SHARED} for all of a directory. It is a JSON object with {@code
 * schema_version} and {@code columns}, each with {@code name} and {@code type} (a label of {@link
 * ColumnType}), and where they are known {@code view} and {@code mine_type}.
 */
public final class SchemaFile {
  /** The name of the one for all files of a directory. */
  public static final String SHARED = "schema.json";

  /** The version of its form. */
  public static final String VERSION = "plumbline_schema_v1";

  private SchemaFile() {}

  /** Where the schema of all text files of a directory lies. */
  public static Path in(Path directory) {
    return directory.resolve(SHARED);
  }

  /** Where the schema of one text file lies. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".schema.json");
  }

  /**
   * Writes it, in the place of one that is there. It appears under its name when it is complete.
   *
   * @param file {@link #in} a directory or {@link #beside} a file
   */
  public static void write(Path file, DescribedSchema schema) throws WriteException {
    NewFile.write(
        file,
        channel -> {
          try (JsonGenerator json =
              new JsonFactory()
                  .createGenerator(Channels.newOutputStream(channel), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("schema_version", VERSION);
            json.writeArrayFieldStart("columns");
            for (Column column : schema.table().columns()) {
              column(json, column, schema.view(column));
            }
            json.writeEndArray();
            json.writeEndObject();
          }
        });
  }

  /**
   * The schema of a text file: its own, else the one for all of its directory; none if there is
   * neither.
   *
   * @throws ArtifactException if it is there and cannot be understood
   */
  public static Optional<DescribedSchema> of(Path file) throws ArtifactException {
    for (Path schema : List.of(beside(file), file.resolveSibling(SHARED))) {
      if (Files.exists(schema)) {
        return Optional.of(read(schema));
      }
    }
    return Optional.empty();
  }

  /**
   * Reads it. What else it says of its columns is not looked at.
   *
   * @throws ArtifactException if it cannot be understood
   */
  public static DescribedSchema read(Path file) throws ArtifactException {
    JsonObject json = JsonObject.read(file);
    json.requireVersion("schema_version", VERSION);
    List<Column> columns = new ArrayList<>();
    List<ViewColumn> views = new ArrayList<>();
    for (JsonObject entry : json.objects("columns")) {
      String label = entry.text("type");
      ColumnType type =
          ColumnType.of(label)
              .orElseThrow(() -> new ArtifactException(file, "there is no type '" + label + "'"));
      try {
        Column column = new Column(entry.text("name"), type);
        columns.add(column);
        if (entry.has("view") && entry.has("mine_type")) {
          views.add(new ViewColumn(entry.text("view"), entry.text("mine_type"), column));
        }
      } catch (IllegalArgumentException e) {
        throw new ArtifactException(file, String.valueOf(e.getMessage()));
      }
    }
    try {
      return new DescribedSchema(new TableSchema(columns), views);
    } catch (IllegalArgumentException e) {
      throw new ArtifactException(file, String.valueOf(e.getMessage()));
    }
  }

  private static void column(JsonGenerator json, Column column, Optional<ViewColumn> view)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("name", column.name());
    json.writeStringField("type", column.type().label());
    if (view.isPresent()) {
      json.writeStringField("view", view.get().view());
      json.writeStringField("mine_type", view.get().mineType());
    }
    json.writeEndObject();
  }
}
