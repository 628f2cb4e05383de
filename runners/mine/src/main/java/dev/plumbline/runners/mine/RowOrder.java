package dev.plumbline.runners.mine;

/** Which rows of a table, in which order. */
sealed interface RowOrder {

  long count();

  /** The row at a position from 0 to {@code count() - 1}. */
  long row(long position);

  /** Heap held, in bytes. */
  long sizeBytes();

  /** Consecutive rows. */
  record Range(long from, long count) implements RowOrder {
    @Override
    public long row(long position) {
      return from + position;
    }

    @Override
    public long sizeBytes() {
      return 0;
    }
  }

  /** The rows listed. */
  final class Listed implements RowOrder {
    private final int[] rows;

    Listed(int[] rows) {
      this.rows = rows;
    }

    @Override
    public long count() {
      return rows.length;
    }

    @Override
    public long row(long position) {
      return rows[Math.toIntExact(position)];
    }

    @Override
    public long sizeBytes() {
      return 4L * rows.length;
    }
  }
}
