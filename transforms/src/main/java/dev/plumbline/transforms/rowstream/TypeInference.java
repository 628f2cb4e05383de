package dev.plumbline.transforms.rowstream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.ArtifactException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the columns of row streams that no schema lies beside, by reading all of them: columns in
 * the order in which their keys first occur; int64 if all numbers are integers, double if not all
 * are, boolean, string; string also where all is null.
 */
final class TypeInference implements LineJson.Members {
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  private enum Kind {
    NULL,
    INT64,
    DOUBLE,
    BOOLEAN,
    STRING
  }

  /**
   * The columns of files that together are one table.
   *
   * @throws ArtifactException if a line is no row, if a column holds values of several types, or if
   *     there is no line
   */
  static TableSchema of(List<Path> files) throws IOException {
    TypeInference types = new TypeInference();
    for (Path file : files) {
      try (Lines line = new Lines(file)) {
        while (line.next()) {
          types.look(line);
        }
      }
    }
    if (types.kinds.isEmpty()) {
      throw new ArtifactException(
          files.get(0), "it has no rows to tell columns by, and no schema lies beside it");
    }
    return types.schema(files.get(0));
  }

  private void look(Lines line) throws ArtifactException {
    try {
      LineJson.read(line, this);
    } catch (LineException e) {
      throw new ArtifactException(line.file(), line.number(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void member(String key, JsonToken value, JsonParser json) throws IOException {
    Kind before = kinds.getOrDefault(key, Kind.NULL);
    Kind here = kind(value);
    kinds.put(key, before == here ? here : both(key, before, here));
  }

  private static Kind both(String key, Kind before, Kind here) {
    if (before == Kind.NULL || here == Kind.NULL) {
      return before == Kind.NULL ? here : before;
    }
    if (isNumber(before) && isNumber(here)) {
      return Kind.DOUBLE;
    }
    throw new LineException(
        "'%s' holds a %s, expected %s as in the lines before"
            .formatted(key, type(here).label(), type(before).label()));
  }

  private static boolean isNumber(Kind kind) {
    return kind == Kind.INT64 || kind == Kind.DOUBLE;
  }

  private static Kind kind(JsonToken token) {
    return switch (token) {
      case VALUE_NULL -> Kind.NULL;
      case VALUE_NUMBER_INT -> Kind.INT64;
      case VALUE_NUMBER_FLOAT -> Kind.DOUBLE;
      case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
      case VALUE_STRING -> Kind.STRING;
      case START_OBJECT,
          START_ARRAY,
          NOT_AVAILABLE,
          END_OBJECT,
          END_ARRAY,
          FIELD_NAME,
          VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("no cell begins with " + token);
    };
  }

  private static ColumnType type(Kind kind) {
    return switch (kind) {
      case INT64 -> ColumnType.INT64;
      case DOUBLE -> ColumnType.DOUBLE;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case NULL, STRING -> ColumnType.STRING;
    };
  }

  private TableSchema schema(Path file) throws ArtifactException {
    try {
      return new TableSchema(
          kinds.entrySet().stream().map(e -> new Column(e.getKey(), type(e.getValue()))).toList());
    } catch (IllegalArgumentException e) {
      throw new ArtifactException(file, String.valueOf(e.getMessage()));
    }
  }
}
