package dev.plumbline.parity.read;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.ToLongFunction;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a Parquet column become canonical ones.
 *
 * @param type the canonical type
 * @param feed sends the reader's current value, which is not null, into the sink
 */
record ParquetCell(ColumnType type, Feed feed) {
  /** Sends one value on. */
  @FunctionalInterface
  interface Feed {
    void send(ColumnReader from, RowSink to);
  }

  /**
   * Of this column.
   *
   * @throws ParityReadException if the judge does not know its type
   */
  static ParquetCell of(PrimitiveType column) {
    LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
    ParquetCell cell =
        switch (column.getPrimitiveTypeName()) {
          case BOOLEAN ->
              new ParquetCell(ColumnType.BOOLEAN, (from, to) -> to.booleanCell(from.getBoolean()));
          case FLOAT ->
              new ParquetCell(ColumnType.DOUBLE, (from, to) -> to.doubleCell(from.getFloat()));
          case DOUBLE ->
              new ParquetCell(ColumnType.DOUBLE, (from, to) -> to.doubleCell(from.getDouble()));
          case INT32 -> integer(column, logical, ColumnReader::getInteger);
          case INT64 -> integer(column, logical, ColumnReader::getLong);
          case BINARY, FIXED_LEN_BYTE_ARRAY -> binary(logical);
          case INT96 -> null;
        };
    if (cell == null) {
      throw ParityReadException.type(
          column.getName(),
          column.getPrimitiveTypeName() + (logical == null ? "" : " (" + logical + ")"));
    }
    return cell;
  }

  private static @Nullable ParquetCell integer(
      PrimitiveType column,
      @Nullable LogicalTypeAnnotation logical,
      ToLongFunction<ColumnReader> value) {
    boolean wide = column.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
    if (logical == null || (logical instanceof IntLogicalTypeAnnotation i && i.isSigned())) {
      return new ParquetCell(ColumnType.INT64, (from, to) -> to.int64Cell(value.applyAsLong(from)));
    } else if (logical instanceof IntLogicalTypeAnnotation) {
      return wide
          ? new ParquetCell(
              ColumnType.INT64,
              (from, to) -> to.int64Cell(notNegative(column, value.applyAsLong(from))))
          : new ParquetCell(
              ColumnType.INT64, (from, to) -> to.int64Cell(value.applyAsLong(from) & 0xffffffffL));
    } else if (logical instanceof DateLogicalTypeAnnotation) {
      return new ParquetCell(
          ColumnType.DATE,
          (from, to) -> to.dateCell((int) finite(column, from.getInteger(), Integer.MAX_VALUE)));
    } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return timestamp(column, timestamp);
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new ParquetCell(
          ColumnType.DECIMAL,
          (from, to) ->
              to.decimalCell(BigDecimal.valueOf(value.applyAsLong(from), decimal.getScale())));
    }
    return null;
  }

  private static ParquetCell timestamp(
      PrimitiveType column, TimestampLogicalTypeAnnotation timestamp) {
    return switch (timestamp.getUnit()) {
      case MILLIS ->
          new ParquetCell(
              ColumnType.TIMESTAMP,
              (from, to) -> to.timestampCell(Math.multiplyExact(from.getLong(), 1_000L)));
      case MICROS ->
          new ParquetCell(
              ColumnType.TIMESTAMP,
              (from, to) -> to.timestampCell(finite(column, from.getLong(), Long.MAX_VALUE)));
      case NANOS ->
          new ParquetCell(
              ColumnType.TIMESTAMP,
              (from, to) -> to.timestampCell(wholeMicros(column, from.getLong())));
    };
  }

  private static @Nullable ParquetCell binary(@Nullable LogicalTypeAnnotation logical) {
    if (logical instanceof StringLogicalTypeAnnotation
        || logical instanceof EnumLogicalTypeAnnotation
        || logical instanceof JsonLogicalTypeAnnotation) {
      return new ParquetCell(ColumnType.STRING, (from, to) -> text(from.getBinary(), to));
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new ParquetCell(
          ColumnType.DECIMAL,
          (from, to) ->
              to.decimalCell(
                  new BigDecimal(new BigInteger(from.getBinary().getBytes()), decimal.getScale())));
    }
    return null;
  }

  private static void text(Binary value, RowSink to) {
    byte[] utf8 = value.getBytesUnsafe();
    to.stringCell(utf8, 0, utf8.length);
  }

  /** The greatest number and its minus stand for infinities: no day, no time. */
  private static long finite(PrimitiveType column, long value, long infinity) {
    if (value == infinity || value == -infinity) {
      throw new ParityReadException(
          "column '%s' holds an infinite date or time".formatted(column.getName()), null);
    }
    return value;
  }

  private static long notNegative(PrimitiveType column, long value) {
    if (value < 0) {
      throw new ParityReadException(
          "column '%s' holds a number beyond int64".formatted(column.getName()), null);
    }
    return value;
  }

  private static long wholeMicros(PrimitiveType column, long nanos) {
    if (nanos % 1_000 != 0) {
      throw new ParityReadException(
          "column '%s' holds a time finer than a microsecond".formatted(column.getName()), null);
    }
    return nanos / 1_000;
  }
}
