package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.table.TableException;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The Parquet schema of a table: every column optional. */
final class ParquetSchema {
  private ParquetSchema() {}

  /**
   * Of these columns.
   *
   * @throws TableException if one holds decimals
   */
  static MessageType of(TableSchema schema) {
    return new MessageType(
        "export", schema.columns().stream().map(ParquetSchema::field).toArray(Type[]::new));
  }

  /** A decimal's column needs one scale for all its values, and a table's schema has none. */
  static TableException noDecimals(String column) {
    return new TableException(
        "Cannot write column '%s' as Parquet: it holds decimals, of no common scale"
            .formatted(column),
        null);
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
      case TIMESTAMP ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(column.name());
      case STRING ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(column.name());
      case DECIMAL -> throw noDecimals(column.name());
    };
  }
}
