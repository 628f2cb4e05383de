package dev.plumbline.transforms.page;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of typed rows as opaque bytes, so that a runner copies it as a block and only its consumer
 * looks inside.
 *
 * <p>A row is a bitmap of its nulls (bit {@code i % 8} of byte {@code i / 8} for column {@code i}),
 * then its other cells in order: int64, double and timestamp (microseconds) as 8 bytes, dates as 4,
 * booleans as 1, strings as 4 bytes of length and their UTF-8; little-endian throughout. A decimal
 * is 4 bytes of scale, 4 bytes of length and its unscaled value, big-endian. {@link PageBuilder}
 * writes it, {@link PageCursor} reads it.
 *
 * @param index the page's number in the export, counted from 0
 * @param start the offset of its first row in the export
 * @param rows the number of rows
 * @param data the rows; not copied, so leave them as they are
 */
@SuppressWarnings("ArrayRecordComponent") // it is passed on; only checks of a runner compare it
public record PackedPage(int index, long start, int rows, byte[] data) implements Serializable {
  private static final long serialVersionUID = 1;

  static final int INT64_BYTES = Long.BYTES;
  static final int DOUBLE_BYTES = Double.BYTES;
  static final int DATE_BYTES = Integer.BYTES;
  static final int SCALE_BYTES = Integer.BYTES;
  static final int LENGTH_BYTES = Integer.BYTES;

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PackedPage page
        && index == page.index
        && start == page.start
        && rows == page.rows
        && Arrays.equals(data, page.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(index, start, rows, Arrays.hashCode(data));
  }

  static int nullBytes(int width) {
    return (width + 7) / 8;
  }

  static ColumnType[] types(TableSchema schema) {
    return schema.columns().stream().map(c -> c.type()).toArray(ColumnType[]::new);
  }

  /** No mine has cells of this type, so no page of an export holds them. */
  public static IllegalArgumentException notHeld(ColumnType type) {
    return new IllegalArgumentException("A page holds no cells of type " + type.label());
  }

  /** Sends all rows into a sink, in their order. */
  public void feed(TableSchema schema, RowSink sink) {
    PageCursor cursor = new PageCursor(schema, this);
    while (cursor.next()) {
      cursor.feedRow(sink);
    }
  }
}
