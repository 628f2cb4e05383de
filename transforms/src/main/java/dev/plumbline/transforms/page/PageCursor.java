package dev.plumbline.transforms.page;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;

/**
 * Walks over the rows of a {@link PackedPage}: {@link #next()}, then {@link #feedRow} or {@link
 * #skipRow} exactly once for each row. {@link #feedCells} reads a row again, by its position.
 */
public final class PageCursor implements Row {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final ColumnType[] types;
  private final int nullBytes;
  private final byte[] data;
  private final int rows;
  private int row;
  private int at;

  /** Stands before the first row. */
  public PageCursor(TableSchema schema, PackedPage page) {
    this.types = PackedPage.types(schema);
    this.nullBytes = PackedPage.nullBytes(types.length);
    this.data = page.data();
    this.rows = page.rows();
  }

  /**
   * Steps to the next row.
   *
   * @return whether there is one
   * @throws IllegalStateException if the page has bytes left behind its last row: it was packed by
   *     another schema
   */
  public boolean next() {
    if (row < rows) {
      row++;
      return true;
    }
    if (at != data.length) {
      throw new IllegalStateException(
          "A packed page of %d rows ends at byte %d of %d: it has another schema"
              .formatted(rows, at, data.length));
    }
    return false;
  }

  /** The position of this row, for {@link #feedCells}, before it is fed or skipped. */
  public int position() {
    return at;
  }

  @Override
  public void feedRow(RowSink sink) {
    at = feed(at, at + nullBytes, 0, sink);
    sink.endRow();
  }

  /** Passes over this row. */
  public void skipRow() {
    at = behind(at, types.length);
  }

  /**
   * Sends cells of this row into the sink, and the end of the row.
   *
   * @param columns the columns' numbers, in the order of the cells
   */
  public void feedColumns(int[] columns, RowSink sink) {
    for (int column : columns) {
      feedCell(at, behind(at, column), column, sink);
    }
    skipRow();
    sink.endRow();
  }

  /** Sends the cells of the row at a position into the sink, from a column on. */
  public void feedCells(int rowPosition, int fromColumn, RowSink sink) {
    feed(rowPosition, behind(rowPosition, fromColumn), fromColumn, sink);
  }

  /** Whether the first cell of the row at a position is null. */
  public boolean startsWithNull(int rowPosition) {
    return isNull(data, rowPosition, 0);
  }

  /** Where the text in the first cell of the row at a position begins in the page's bytes. */
  public int firstTextPosition(int rowPosition) {
    return rowPosition + nullBytes + PackedPage.LENGTH_BYTES;
  }

  /** How many bytes the text in the first cell of the row at a position has. */
  public int firstTextLength(int rowPosition) {
    return (int) INTS.get(data, rowPosition + nullBytes);
  }

  private int feed(int nulls, int start, int fromColumn, RowSink sink) {
    int position = start;
    for (int i = fromColumn; i < types.length; i++) {
      position = feedCell(nulls, position, i, sink);
    }
    return position;
  }

  /** Sends one cell into the sink; returns the position behind it. */
  private int feedCell(int nulls, int position, int column, RowSink sink) {
    byte[] bytes = data;
    if (isNull(bytes, nulls, column)) {
      sink.nullCell();
      return position;
    }
    return switch (types[column]) {
      case STRING -> {
        int length = (int) INTS.get(bytes, position);
        sink.stringCell(bytes, position + PackedPage.LENGTH_BYTES, length);
        yield position + PackedPage.LENGTH_BYTES + length;
      }
      case INT64 -> {
        sink.int64Cell((long) LONGS.get(bytes, position));
        yield position + PackedPage.INT64_BYTES;
      }
      case DOUBLE -> {
        sink.doubleCell(Double.longBitsToDouble((long) LONGS.get(bytes, position)));
        yield position + PackedPage.DOUBLE_BYTES;
      }
      case BOOLEAN -> {
        sink.booleanCell(bytes[position] != 0);
        yield position + 1;
      }
      case DATE -> {
        sink.dateCell((int) INTS.get(bytes, position));
        yield position + PackedPage.DATE_BYTES;
      }
      case TIMESTAMP -> {
        sink.timestampCell((long) LONGS.get(bytes, position));
        yield position + PackedPage.INT64_BYTES;
      }
      case DECIMAL -> {
        sink.decimalCell(decimal(bytes, position));
        yield behind(bytes, position, ColumnType.DECIMAL);
      }
    };
  }

  private static boolean isNull(byte[] bytes, int nulls, int column) {
    return (bytes[nulls + (column >> 3)] >> (column & 7) & 1) != 0;
  }

  private static BigDecimal decimal(byte[] bytes, int position) {
    int scale = (int) INTS.get(bytes, position);
    int length = (int) INTS.get(bytes, position + PackedPage.SCALE_BYTES);
    int unscaled = position + PackedPage.SCALE_BYTES + PackedPage.LENGTH_BYTES;
    return new BigDecimal(new BigInteger(bytes, unscaled, length), scale);
  }

  /** The position behind so many columns of the row at a position. */
  private int behind(int rowPosition, int columns) {
    byte[] bytes = data;
    int position = rowPosition + nullBytes;
    for (int i = 0; i < columns; i++) {
      if (!isNull(bytes, rowPosition, i)) {
        position = behind(bytes, position, types[i]);
      }
    }
    return position;
  }

  /** The position behind a cell. */
  private static int behind(byte[] bytes, int position, ColumnType type) {
    return switch (type) {
      case STRING -> position + PackedPage.LENGTH_BYTES + (int) INTS.get(bytes, position);
      case INT64, DOUBLE, TIMESTAMP -> position + PackedPage.INT64_BYTES;
      case BOOLEAN -> position + 1;
      case DATE -> position + PackedPage.DATE_BYTES;
      case DECIMAL -> {
        int lengthAt = position + PackedPage.SCALE_BYTES;
        yield lengthAt + PackedPage.LENGTH_BYTES + (int) INTS.get(bytes, lengthAt);
      }
    };
  }
}
