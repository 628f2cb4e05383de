package dev.plumbline.runners.mine.format;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A body that is written block by block while it is taken; it has one block at least. */
public final class RowBody implements Iterator<ByteBuffer> {

  private static final int BLOCK_BYTES = 65_536;
  private static final int SPARE_BYTES = 4_096;

  private final ResultRows rows;
  private final RowWriter writer;
  private final @Nullable Object[] cells;
  private final long start;
  private final long end;
  private long next;
  private boolean begun;
  private boolean ended;

  /**
   * The body of a page.
   *
   * @param start its first row, from 0; may lie beyond the last one
   * @param size its most rows
   */
  public RowBody(ResultRows rows, long start, long size, RowWriter writer) {
    this.rows = rows;
    this.writer = writer;
    this.cells = new @Nullable Object[rows.width()];
    this.start = Math.min(start, rows.count());
    this.end = this.start + Math.min(size, rows.count() - this.start);
    this.next = this.start;
  }

  /** The rows of the whole page. */
  public long rows() {
    return end - start;
  }

  /** The rows written so far. */
  public long rowsWritten() {
    return next - start;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public ByteBuffer next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    ByteSink out = new ByteSink(BLOCK_BYTES + SPARE_BYTES);
    if (!begun) {
      writer.begin(out);
      begun = true;
    }
    while (next < end && out.size() < BLOCK_BYTES) {
      rows.read(next++, cells);
      writer.row(cells, out);
    }
    if (next == end) {
      writer.end(out);
      ended = true;
    }
    return out.wrap();
  }
}
