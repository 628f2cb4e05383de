package dev.plumbline.runners.mine.query.plan;

import java.util.Arrays;
import java.util.List;

/** Rows of a query in order; each says for every slot of the query which row of its table. */
public sealed interface RowOrder {

  long count();

  /**
   * Fills in the slots of the row at a position, as many as these rows have; the others stay.
   *
   * @param position from 0 to {@code count() - 1}
   */
  void read(long position, int[] tuple);

  /** The root's row at a position. */
  int root(long position);

  /** Heap held, in bytes. */
  long sizeBytes();

  /** Consecutive rows of the root. */
  record Range(long from, long count) implements RowOrder {
    @Override
    public void read(long position, int[] tuple) {
      tuple[0] = root(position);
    }

    @Override
    public int root(long position) {
      return (int) (from + position);
    }

    @Override
    public long sizeBytes() {
      return 0;
    }
  }

  /** The rows of the root that are listed. */
  final class Listed implements RowOrder {
    private final int[] rows;

    /** These, in this order. */
    public Listed(int[] rows) {
      this.rows = rows;
    }

    @Override
    public long count() {
      return rows.length;
    }

    @Override
    public void read(long position, int[] tuple) {
      tuple[0] = root(position);
    }

    @Override
    public int root(long position) {
      return rows[Math.toIntExact(position)];
    }

    @Override
    public long sizeBytes() {
      return (long) Integer.BYTES * rows.length;
    }
  }

  /** Rows with several slots, in chunks. */
  final class Expanded implements RowOrder {
    private final int width;
    private final int[][] chunks;
    private final long[] ends;

    /** Each chunk holds the rows that follow those of the one before, slot by slot. */
    public Expanded(int width, List<int[]> chunks) {
      this.width = width;
      this.chunks = chunks.stream().filter(chunk -> chunk.length > 0).toArray(int[][]::new);
      this.ends = new long[this.chunks.length];
      long end = 0;
      for (int i = 0; i < ends.length; i++) {
        end += this.chunks[i].length / width;
        ends[i] = end;
      }
    }

    @Override
    public long count() {
      return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    @Override
    public void read(long position, int[] tuple) {
      int chunk = chunk(position);
      System.arraycopy(chunks[chunk], offset(chunk, position), tuple, 0, width);
    }

    @Override
    public int root(long position) {
      int chunk = chunk(position);
      return chunks[chunk][offset(chunk, position)];
    }

    private int chunk(long position) {
      int found = Arrays.binarySearch(ends, position + 1);
      return found < 0 ? -found - 1 : found;
    }

    private int offset(int chunk, long position) {
      long before = chunk == 0 ? 0 : ends[chunk - 1];
      return (int) (position - before) * width;
    }

    @Override
    public long sizeBytes() {
      return (long) Integer.BYTES * width * count();
    }
  }

  /** Other rows in another order. */
  final class Arranged implements RowOrder {
    private final RowOrder rows;
    private final int[] positions;

    /** The rows at these positions of the others. */
    public Arranged(RowOrder rows, int[] positions) {
      this.rows = rows;
      this.positions = positions;
    }

    @Override
    public long count() {
      return positions.length;
    }

    @Override
    public void read(long position, int[] tuple) {
      rows.read(positions[Math.toIntExact(position)], tuple);
    }

    @Override
    public int root(long position) {
      return rows.root(positions[Math.toIntExact(position)]);
    }

    @Override
    public long sizeBytes() {
      return rows.sizeBytes() + (long) Integer.BYTES * positions.length;
    }
  }
}
