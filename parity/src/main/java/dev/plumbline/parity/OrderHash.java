package dev.plumbline.parity;

/** Hashes a table's rows in their order: the same rows in another order give another hash. */
public final class OrderHash implements RowObserver {
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private long low;
  private long high;

  @Override
  public void row(HashedRow row) {
    low = CellHasher.mix(low * FACTOR + row.rowLow());
    high = CellHasher.mix(high * FACTOR + row.rowHigh());
  }

  /** The hash of the rows so far. */
  public Hash128 hash() {
    return new Hash128(high, low);
  }
}
