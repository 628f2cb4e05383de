package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.Column;
import dev.plumbline.transforms.table.TableException;
import java.util.stream.Collectors;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Finds a column that is to be read in a file's schema. */
final class WantedColumn {
  private WantedColumn() {}

  /**
   * How its cells are read.
   *
   * @throws TableException if there is no such column, or it has other cells
   */
  static ColumnFeed feed(MessageType schema, Column column, String file) {
    if (!schema.containsField(column.name())) {
      String names =
          schema.getFields().stream().map(Type::getName).collect(Collectors.joining(", "));
      throw unreadable(column, file, "there is no such column; there are " + names);
    }
    Type field = schema.getType(column.name());
    if (!field.isPrimitive() || field.isRepetition(Type.Repetition.REPEATED)) {
      throw unreadable(column, file, "it is nested, where one value a row is expected");
    }
    ColumnFeed feed = ColumnFeed.of(field.asPrimitiveType());
    if (feed == null || feed.type() != column.type()) {
      throw unreadable(
          column,
          file,
          "it is %s, where %s is expected"
              .formatted(name(field.asPrimitiveType()), column.type().label()));
    }
    return feed;
  }

  static TableException unreadable(Column column, String file, String found) {
    return new TableException(
        "Column '%s' of %s cannot be read: %s".formatted(column.name(), file, found), null);
  }

  private static String name(PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return type.getPrimitiveTypeName() + (logical == null ? "" : " (" + logical + ")");
  }
}
