package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The Parquet schema of a table: every column optional. */
final class ParquetSchema {
  private ParquetSchema() {}

  static MessageType of(TableSchema schema) {
    return new MessageType(
        "export", schema.columns().stream().map(ParquetSchema::field).toArray(Type[]::new));
  }

  private static Type field(Column column) {
    return switch (column.type()) {
      case INT64 -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32)
              .as(LogicalTypeAnnotation.dateType())
              .named(column.name());
      case STRING ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case TIMESTAMP, DECIMAL -> throw PackedPage.notHeld(column.type());
    };
  }
}
