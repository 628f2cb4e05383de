package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.table.TableException;
import java.util.stream.Collectors;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Finds a column that is to be read in a file's schema. */
final class WantedColumn {
  private static final int MOST_NAMES = 20;

  private WantedColumn() {}

  /**
   * How its cells are read.
   *
   * @throws TableException if there is no such column, or it has other cells
   */
  static ColumnFeed feed(MessageType schema, Column column, String file) {
    if (!schema.containsField(column.name())) {
      throw unreadable(column, file, "there is no such column; there are " + names(schema));
    }
    Type field = schema.getType(column.name());
    ColumnFeed feed = nested(field) ? null : ColumnFeed.of(field.asPrimitiveType());
    if (feed == null || feed.type() != column.type()) {
      throw unreadable(
          column,
          file,
          "it is %s, where %s is expected".formatted(typeName(field), column.type().label()));
    }
    return feed;
  }

  static TableException unreadable(Column column, String file, String found) {
    return new TableException(
        "Column '%s' of %s cannot be read: %s".formatted(column.name(), file, found), null);
  }

  /** A column's type as messages name it, such as {@code INT64 (TIMESTAMP(MICROS,true))}. */
  static String typeName(Type type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    String physical =
        type.isPrimitive() ? type.asPrimitiveType().getPrimitiveTypeName().name() : "group";
    return (nested(type) ? "nested, " : "")
        + physical
        + (logical == null ? "" : " (" + logical + ")");
  }

  private static boolean nested(Type type) {
    return !type.isPrimitive() || type.isRepetition(Type.Repetition.REPEATED);
  }

  private static String names(MessageType schema) {
    int fields = schema.getFieldCount();
    String names =
        schema.getFields().stream()
            .limit(MOST_NAMES)
            .map(field -> "'" + field.getName() + "'")
            .collect(Collectors.joining(", "));
    return fields <= MOST_NAMES ? names : "%d columns, the first %s".formatted(fields, names);
  }
}
