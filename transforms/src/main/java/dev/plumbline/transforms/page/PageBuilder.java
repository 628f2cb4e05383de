package dev.plumbline.transforms.page;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Packs rows into a {@link PackedPage}, cell by cell in the order of the schema. Reusable, not
 * thread-safe. The caller keeps to the schema: a cell of another type than its column's is not
 * noticed here.
 */
public final class PageBuilder {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final int nullBytes;
  private byte[] data;
  private int at;
  private int rowStart;
  private int rows;

  /**
   * A builder of pages.
   *
   * @param expectedBytes about how large a page will be
   */
  public PageBuilder(TableSchema schema, int expectedBytes) {
    this.nullBytes = PackedPage.nullBytes(schema.width());
    this.data = new byte[Math.max(64, expectedBytes)];
  }

  /** Begins the next row. */
  public void startRow() {
    reserve(nullBytes);
    rowStart = at;
    for (int i = 0; i < nullBytes; i++) {
      data[at++] = 0;
    }
    rows++;
  }

  /** The cell of this column is null. */
  public void addNull(int column) {
    data[rowStart + (column >> 3)] |= (byte) (1 << (column & 7));
  }

  /** The next cell, of an {@link ColumnType#INT64} column. */
  public void addInt64(long value) {
    reserve(PackedPage.INT64_BYTES);
    LONGS.set(data, at, value);
    at += PackedPage.INT64_BYTES;
  }

  /** The next cell, of a {@link ColumnType#DOUBLE} column. */
  public void addDouble(double value) {
    addInt64(Double.doubleToRawLongBits(value));
  }

  /** The next cell, of a {@link ColumnType#BOOLEAN} column. */
  public void addBoolean(boolean value) {
    reserve(1);
    data[at++] = (byte) (value ? 1 : 0);
  }

  /** The next cell, of a {@link ColumnType#DATE} column, in days since 1970-01-01. */
  public void addDate(int epochDay) {
    reserve(PackedPage.DATE_BYTES);
    INTS.set(data, at, epochDay);
    at += PackedPage.DATE_BYTES;
  }

  /**
   * The next cell, of a {@link ColumnType#TIMESTAMP} column, in microseconds since 1970-01-01 UTC.
   */
  public void addTimestamp(long epochMicros) {
    addInt64(epochMicros);
  }

  /** The next cell, of a {@link ColumnType#DECIMAL} column; its scale is kept. */
  public void addDecimal(BigDecimal value) {
    byte[] unscaled = value.unscaledValue().toByteArray();
    reserve(PackedPage.SCALE_BYTES);
    INTS.set(data, at, value.scale());
    at += PackedPage.SCALE_BYTES;
    addUtf8(unscaled, 0, unscaled.length);
  }

  /** The next cell, of a {@link ColumnType#STRING} column, from its UTF-8, which is copied. */
  public void addUtf8(byte[] utf8, int offset, int length) {
    reserve(PackedPage.LENGTH_BYTES + length);
    INTS.set(data, at, length);
    System.arraycopy(utf8, offset, data, at + PackedPage.LENGTH_BYTES, length);
    at += PackedPage.LENGTH_BYTES + length;
  }

  /**
   * The next cell, of a {@link ColumnType#STRING} column, from UTF-16.
   *
   * @return the position in the text of a surrogate without its partner, which has no UTF-8, or -1
   *     if all is well
   */
  public int addString(char[] text, int offset, int length) {
    reserve(PackedPage.LENGTH_BYTES + 3 * length);
    int lengthAt = at;
    byte[] out = data;
    int to = at + PackedPage.LENGTH_BYTES;
    int from = offset;
    int end = offset + length;
    while (from < end && text[from] < 0x80) {
      out[to++] = (byte) text[from++];
    }
    if (from < end) {
      to = encodeRest(text, from, end, to);
      if (to < 0) {
        return -(to + 1) - offset;
      }
    }
    INTS.set(out, lengthAt, to - lengthAt - PackedPage.LENGTH_BYTES);
    at = to;
    return -1;
  }

  /** The rows of the page so far, the one begun last among them. */
  public int rows() {
    return rows;
  }

  /** The bytes of the page so far. */
  public int sizeBytes() {
    return at;
  }

  /** The page so far, and the builder empty again. */
  public PackedPage build(int index, long start) {
    PackedPage page = new PackedPage(index, start, rows, Arrays.copyOf(data, at));
    reset();
    return page;
  }

  /** Forgets what was added since the last page. */
  public void reset() {
    at = 0;
    rows = 0;
  }

  /** The position behind the last byte, or {@code -(position of the lone surrogate) - 1}. */
  private int encodeRest(char[] text, int start, int end, int target) {
    byte[] out = data;
    int to = target;
    for (int from = start; from < end; from++) {
      char c = text[from];
      if (c < 0x80) {
        out[to++] = (byte) c;
      } else if (c < 0x800) {
        out[to++] = (byte) (0xc0 | (c >> 6));
        out[to++] = (byte) (0x80 | (c & 0x3f));
      } else if (!Character.isSurrogate(c)) {
        out[to++] = (byte) (0xe0 | (c >> 12));
        out[to++] = (byte) (0x80 | ((c >> 6) & 0x3f));
        out[to++] = (byte) (0x80 | (c & 0x3f));
      } else if (from + 1 < end && Character.isSurrogatePair(c, text[from + 1])) {
        int point = Character.toCodePoint(c, text[++from]);
        out[to++] = (byte) (0xf0 | (point >> 18));
        out[to++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        out[to++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        out[to++] = (byte) (0x80 | (point & 0x3f));
      } else {
        return -from - 1;
      }
    }
    return to;
  }

  private void reserve(int bytes) {
    if (data.length - at < bytes) {
      data =
          Arrays.copyOf(data, Math.max(at + bytes, Math.addExact(data.length, data.length >> 1)));
    }
  }
}
