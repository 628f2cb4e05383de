package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ByteSink;
import dev.plumbline.runners.mine.query.run.SelectedRows;
import dev.plumbline.runners.mine.query.run.Workers;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The result of one query as bytes: block by block, each rendered when first needed. */
final class Rendition {

  static final int BLOCK_ROWS = 4_096;

  private static final double RESERVE = 1.15;

  private final SelectedRows rows;
  private final RowRenderer renderer;
  private final ServerCounters counters;
  private final long sizeBytes;
  private final boolean kept;
  private final List<Slot> slots;

  /** A result that is kept if it needs no more than {@code boundBytes}, else rendered each time. */
  Rendition(SelectedRows rows, long boundBytes, ServerCounters counters) {
    this.rows = rows;
    this.renderer = new RowRenderer(rows);
    this.counters = counters;
    double rendered = (renderer.meanRowBytes() + Integer.BYTES) * rows.count() * RESERVE;
    this.kept = rendered + rows.sizeBytes() <= boundBytes;
    this.sizeBytes = rows.sizeBytes() + (kept ? (long) rendered : 0);
    int blocks = kept ? (int) ((rows.count() + BLOCK_ROWS - 1) / BLOCK_ROWS) : 0;
    this.slots = Stream.generate(Slot::new).limit(blocks).toList();
  }

  long count() {
    return rows.count();
  }

  /** The rows before any rendering. */
  SelectedRows rows() {
    return rows;
  }

  /** Memory set aside for it, on the heap and outside, in bytes. */
  long sizeBytes() {
    return sizeBytes;
  }

  /** Renders so many of the rows that will be kept, whole blocks of them. */
  void renderAhead(Workers workers, long wanted) {
    long blocks = Math.min(wanted, count()) / BLOCK_ROWS + 1;
    workers.each((int) Math.min(blocks, slots.size()), this::block);
  }

  /** The rows of a page as runs of bytes, without the separator after the last one. */
  Iterator<ByteBuffer> page(long start, long size) {
    long from = Math.min(start, count());
    return new PageSlices(from, size > count() - from ? count() : from + size);
  }

  private Block block(int index) {
    return slots.get(index).get(index);
  }

  private Block render(long from, int size, boolean keep) {
    long begin = MineThreads.currentCpuNanos();
    int[] offsets = new int[size + 1];
    ByteSink sink = renderer.render(from, size, offsets);
    Block block = new Block(keep ? sink.toDirect() : sink.wrap(), offsets);
    counters.rendered(size, MineThreads.currentCpuNanos() - begin);
    return block;
  }

  /** Holds one block; whoever needs it first renders it while others wait. */
  private final class Slot {
    private @Nullable Block block;

    synchronized Block get(int index) {
      Block known = block;
      if (known == null) {
        long from = (long) index * BLOCK_ROWS;
        known = render(from, (int) Math.min(BLOCK_ROWS, count() - from), true);
        block = known;
      }
      return known;
    }
  }

  private final class PageSlices implements Iterator<ByteBuffer> {
    private final long end;
    private long next;

    PageSlices(long start, long end) {
      this.next = start;
      this.end = end;
    }

    @Override
    public boolean hasNext() {
      return next < end;
    }

    @Override
    public ByteBuffer next() {
      if (next >= end) {
        throw new NoSuchElementException();
      }
      int within = kept ? (int) (next % BLOCK_ROWS) : 0;
      int size = (int) Math.min(BLOCK_ROWS - within, end - next);
      Block block = kept ? block((int) (next / BLOCK_ROWS)) : render(next, size, false);
      next += size;
      return block.slice(within, within + size, next == end);
    }
  }
}
