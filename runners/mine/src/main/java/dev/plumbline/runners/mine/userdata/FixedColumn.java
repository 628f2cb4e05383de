package dev.plumbline.runners.mine.userdata;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Values of fixed size, as bits. */
final class FixedColumn implements StoredColumn {

  private final ValueType type;
  private final int[] narrow;
  private final long[] wide;
  private final BitSet nulls = new BitSet();

  FixedColumn(ValueType type, int rows) {
    this.type = type;
    boolean isWide = type.fixedBytes() == Long.BYTES;
    narrow = new int[isWide ? 0 : rows];
    wide = new long[isWide ? rows : 0];
  }

  @Override
  public void put(int row, @Nullable String text) {
    if (text == null) {
      nulls.set(row);
    } else if (wide.length > 0) {
      wide[row] = type.bits(text);
    } else {
      narrow[row] = (int) type.bits(text);
    }
  }

  @Override
  public void seal() {}

  @Override
  public String javaType() {
    return type.javaType();
  }

  @Override
  public @Nullable Object at(long row) {
    int index = Math.toIntExact(row);
    if (nulls.get(index)) {
      return null;
    }
    return type.value(wide.length > 0 ? wide[index] : narrow[index]);
  }
}
