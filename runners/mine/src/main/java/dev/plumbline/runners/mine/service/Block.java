package dev.plumbline.runners.mine.service;

import java.nio.ByteBuffer;

/** Consecutive rendered rows. */
final class Block {

  private final ByteBuffer bytes;
  private final int[] offsets;

  /**
   * Takes rendered rows.
   *
   * @param bytes the rows, each ending in its separator
   * @param offsets where each row begins, and the end
   */
  Block(ByteBuffer bytes, int[] offsets) {
    this.bytes = bytes;
    this.offsets = offsets;
  }

  /** Rows {@code from} to {@code to - 1}, without the last separator if they end a page. */
  ByteBuffer slice(int from, int to, boolean endsPage) {
    int start = offsets[from];
    int end = offsets[to] - (endsPage ? RowRenderer.SEPARATOR_BYTES : 0);
    return bytes.slice(start, end - start);
  }
}
