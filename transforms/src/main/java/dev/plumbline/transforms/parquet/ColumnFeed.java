package dev.plumbline.transforms.parquet;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a Parquet column become cells.
 *
 * @param type the cells' type
 * @param feed sends the current value, which is not null, into a sink
 */
record ColumnFeed(ColumnType type, Feed feed) {
  /** Of a decimal: what 128 bits hold, and other engines give up at. */
  private static final int MOST_DIGITS = 38;

  /** Sends one value on. */
  @FunctionalInterface
  interface Feed {
    void send(ColumnReader from, RowSink to);
  }

  /** Of this column; null if its type is none that a cell can have. */
  static @Nullable ColumnFeed of(PrimitiveType column) {
    LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
    return switch (column.getPrimitiveTypeName()) {
      case BOOLEAN ->
          new ColumnFeed(ColumnType.BOOLEAN, (from, to) -> to.booleanCell(from.getBoolean()));
      case FLOAT -> new ColumnFeed(ColumnType.DOUBLE, (from, to) -> to.doubleCell(from.getFloat()));
      case DOUBLE ->
          new ColumnFeed(ColumnType.DOUBLE, (from, to) -> to.doubleCell(from.getDouble()));
      case INT32 -> int32(logical);
      case INT64 -> int64(logical);
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(logical);
      case INT96 -> null;
    };
  }

  private static @Nullable ColumnFeed int32(@Nullable LogicalTypeAnnotation logical) {
    if (logical == null || (logical instanceof IntLogicalTypeAnnotation i && i.isSigned())) {
      return new ColumnFeed(ColumnType.INT64, (from, to) -> to.int64Cell(from.getInteger()));
    } else if (logical instanceof IntLogicalTypeAnnotation) {
      return new ColumnFeed(
          ColumnType.INT64, (from, to) -> to.int64Cell(Integer.toUnsignedLong(from.getInteger())));
    } else if (logical instanceof DateLogicalTypeAnnotation) {
      return new ColumnFeed(ColumnType.DATE, (from, to) -> to.dateCell(from.getInteger()));
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      int scale = decimal.getScale();
      return new ColumnFeed(
          ColumnType.DECIMAL,
          (from, to) -> to.decimalCell(BigDecimal.valueOf(from.getInteger(), scale)));
    }
    return null;
  }

  private static @Nullable ColumnFeed int64(@Nullable LogicalTypeAnnotation logical) {
    if (logical == null || (logical instanceof IntLogicalTypeAnnotation i && i.isSigned())) {
      return new ColumnFeed(ColumnType.INT64, (from, to) -> to.int64Cell(from.getLong()));
    } else if (logical instanceof IntLogicalTypeAnnotation) {
      return new ColumnFeed(
          ColumnType.INT64, (from, to) -> to.int64Cell(withinInt64(from.getLong())));
    } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return timestamp(timestamp);
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      int scale = decimal.getScale();
      return new ColumnFeed(
          ColumnType.DECIMAL,
          (from, to) -> to.decimalCell(BigDecimal.valueOf(from.getLong(), scale)));
    }
    return null;
  }

  private static ColumnFeed timestamp(TimestampLogicalTypeAnnotation timestamp) {
    return switch (timestamp.getUnit()) {
      case MILLIS ->
          new ColumnFeed(
              ColumnType.TIMESTAMP, (from, to) -> to.timestampCell(microsOfMillis(from.getLong())));
      case MICROS ->
          new ColumnFeed(ColumnType.TIMESTAMP, (from, to) -> to.timestampCell(from.getLong()));
      case NANOS ->
          new ColumnFeed(
              ColumnType.TIMESTAMP, (from, to) -> to.timestampCell(wholeMicros(from.getLong())));
    };
  }

  private static @Nullable ColumnFeed bytes(@Nullable LogicalTypeAnnotation logical) {
    if (logical instanceof StringLogicalTypeAnnotation
        || logical instanceof EnumLogicalTypeAnnotation
        || logical instanceof JsonLogicalTypeAnnotation) {
      return new ColumnFeed(ColumnType.STRING, new TextFeed());
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal
        && decimal.getPrecision() <= MOST_DIGITS) {
      int scale = decimal.getScale();
      return new ColumnFeed(
          ColumnType.DECIMAL,
          (from, to) ->
              to.decimalCell(new BigDecimal(new BigInteger(from.getBinary().getBytes()), scale)));
    }
    return null;
  }

  private static long withinInt64(long unsigned) {
    if (unsigned < 0) {
      throw new UnheldValue("it holds a number beyond int64");
    }
    return unsigned;
  }

  private static long microsOfMillis(long millis) {
    if (Math.abs(millis) > Long.MAX_VALUE / 1_000) {
      throw new UnheldValue("it holds a time beyond int64 microseconds");
    }
    return millis * 1_000;
  }

  private static long wholeMicros(long nanos) {
    if (nanos % 1_000 != 0) {
      throw new UnheldValue("it holds a time finer than a microsecond");
    }
    return nanos / 1_000;
  }
}
