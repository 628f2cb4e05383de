package dev.plumbline.runners.mine.userdata;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Texts as UTF-8 behind one another, in blocks of rows. */
final class TextColumn implements StoredColumn {

  private static final int BLOCK_ROWS = 1 << 14;

  private final ValueType type;
  private final BitSet nulls = new BitSet();
  private final int[] ends;
  private final byte[][] blocks;
  private byte[] filling = new byte[0];
  private int filled;
  private int block;

  TextColumn(ValueType type, int rows) {
    this.type = type;
    ends = new int[rows];
    blocks = new byte[rows / BLOCK_ROWS + 1][];
  }

  @Override
  public void put(int row, @Nullable String text) {
    if (row / BLOCK_ROWS > block) {
      endBlock();
      block++;
    }
    if (text == null) {
      nulls.set(row);
    } else {
      append(text.getBytes(StandardCharsets.UTF_8));
    }
    ends[row] = filled;
  }

  private void append(byte[] utf8) {
    int needed = Math.addExact(filled, utf8.length);
    if (needed > filling.length) {
      long grown = Math.max(needed, Math.min(filling.length * 2L, Integer.MAX_VALUE - 8));
      filling = Arrays.copyOf(filling, (int) grown);
    }
    System.arraycopy(utf8, 0, filling, filled, utf8.length);
    filled = needed;
  }

  @Override
  public void seal() {
    endBlock();
    filling = new byte[0];
  }

  private void endBlock() {
    blocks[block] = Arrays.copyOf(filling, filled);
    filled = 0;
  }

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
    int begin = index % BLOCK_ROWS == 0 ? 0 : ends[index - 1];
    String text =
        new String(blocks[index / BLOCK_ROWS], begin, ends[index] - begin, StandardCharsets.UTF_8);
    return type == ValueType.BIG_DECIMAL ? new BigDecimal(text) : text;
  }
}
