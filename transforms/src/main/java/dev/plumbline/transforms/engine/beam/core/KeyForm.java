package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Keys as bytes whose unsigned order is the keys' order, so that only the first and the last step
 * know a key's type: text is its UTF-8; integers, dates and timestamps are big-endian, the sign bit
 * flipped; of doubles, -0.0 is 0.0, and every NaN is the same and behind all others; of decimals
 * see {@link DecimalKey}.
 */
final class KeyForm {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private KeyForm() {}

  /** Eight bytes for an integer. */
  static void int64(long value, byte[] out) {
    LONGS.set(out, 0, value ^ Long.MIN_VALUE);
  }

  /** Eight bytes for a double. */
  static void doubleBits(double value, byte[] out) {
    long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value); // NaNs become one
    LONGS.set(out, 0, bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
  }

  /** Sends a key in this form into a sink, as a cell of its type. */
  static void feed(ColumnType type, byte[] bytes, int offset, int length, RowSink sink) {
    switch (type) {
      case STRING -> sink.stringCell(bytes, offset, length);
      case INT64 -> sink.int64Cell(readInt64(bytes, offset));
      case DOUBLE -> sink.doubleCell(readDouble(bytes, offset));
      case BOOLEAN -> sink.booleanCell(readInt64(bytes, offset) != 0);
      case DATE -> sink.dateCell(Math.toIntExact(readInt64(bytes, offset)));
      case TIMESTAMP -> sink.timestampCell(readInt64(bytes, offset));
      case DECIMAL -> sink.decimalCell(DecimalKey.read(bytes, offset, length));
    }
  }

  private static long readInt64(byte[] bytes, int offset) {
    return (long) LONGS.get(bytes, offset) ^ Long.MIN_VALUE;
  }

  private static double readDouble(byte[] bytes, int offset) {
    long stored = (long) LONGS.get(bytes, offset);
    return Double.longBitsToDouble(stored < 0 ? stored ^ Long.MIN_VALUE : ~stored);
  }
}
