package dev.plumbline.transforms.page;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks over the rows of a {@link PackedPage}: {@link #next()}, then {@link #feedRow} exactly once
 * for each row.
 */
public final class PageCursor {
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

  /** Sends the cells of this row into the sink, and ends the row there. */
  public void feedRow(RowSink sink) {
    byte[] bytes = data;
    int nulls = at;
    int position = at + nullBytes;
    for (int i = 0; i < types.length; i++) {
      if ((bytes[nulls + (i >> 3)] >> (i & 7) & 1) != 0) {
        sink.nullCell();
        continue;
      }
      switch (types[i]) {
        case STRING -> {
          int length = (int) INTS.get(bytes, position);
          position += PackedPage.LENGTH_BYTES;
          sink.stringCell(bytes, position, length);
          position += length;
        }
        case INT64 -> {
          sink.int64Cell((long) LONGS.get(bytes, position));
          position += PackedPage.INT64_BYTES;
        }
        case DOUBLE -> {
          sink.doubleCell(Double.longBitsToDouble((long) LONGS.get(bytes, position)));
          position += PackedPage.DOUBLE_BYTES;
        }
        case BOOLEAN -> sink.booleanCell(bytes[position++] != 0);
        case DATE -> {
          sink.dateCell((int) INTS.get(bytes, position));
          position += PackedPage.DATE_BYTES;
        }
        case TIMESTAMP, DECIMAL -> throw PackedPage.notHeld(types[i]);
      }
    }
    at = position;
    sink.endRow();
  }
}
