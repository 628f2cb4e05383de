package dev.plumbline.parity.locate;

import dev.plumbline.parity.HashedRow;
import dev.plumbline.parity.KeyHash;

/** Which bucket a row falls into. */
@FunctionalInterface
interface Buckets {
  /** How many buckets there are: few enough to keep, and enough that one holds few rows. */
  int COUNT = 1 << 14;

  /** A number from 0 to {@link #COUNT} - 1, or -1 if the row is not looked at. */
  int of(HashedRow row);

  /** By the key: rows that may be paired fall into one bucket. */
  static Buckets byKey(KeyHash key) {
    return row -> (int) (key.of(row) & COUNT - 1);
  }

  /** By the whole row: for buckets that are too large because many rows share a key. */
  static Buckets byRow() {
    return row -> (int) (row.rowLow() & COUNT - 1);
  }
}
