package dev.plumbline.parity;

/** Hashes the key of a row from the hashes of its cells. */
public final class KeyHash {
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private final int[] columns;

  /** The key that these columns make, in this order. */
  public KeyHash(int... columns) {
    this.columns = columns.clone();
  }

  /** Whether the row has no key: all of its columns are null. */
  public boolean isNull(HashedRow row) {
    for (int column : columns) {
      if (!row.isNull(column)) {
        return false;
      }
    }
    return true;
  }

  /** 64 bits; of a null key, a constant. */
  public long of(HashedRow row) {
    long hash = 0;
    for (int column : columns) {
      hash = (hash + row.cellLow(column)) * FACTOR + row.cellHigh(column);
    }
    return CellHasher.mix(hash);
  }
}
