package dev.plumbline.parity;

/**
 * Counts distinct keys exactly (but for two keys of one 64-bit hash: at ten million keys, three
 * chances in a million), and sums up the set of them. Its space grows with the keys, up to {@value
 * #MOST} of them; beyond that it stops and says so.
 */
public final class DistinctCounter implements RowObserver {
  /** 128 MiB of hashes. */
  private static final int MOST = 12_000_000;

  private final KeyHash key;
  private long[] table = new long[1 << 12];
  private int size;
  private boolean hasZero;
  private long sum;
  private boolean full;

  /** Counts these keys; a null key is no value. */
  public DistinctCounter(KeyHash key) {
    this.key = key;
  }

  @Override
  public void row(HashedRow row) {
    if (!full && !key.isNull(row)) {
      add(key.of(row));
    }
  }

  private void add(long hash) {
    if (hash == 0) {
      hasZero = true;
      return;
    }
    int mask = table.length - 1;
    int at = (int) hash & mask;
    while (table[at] != 0) {
      if (table[at] == hash) {
        return;
      }
      at = at + 1 & mask;
    }
    table[at] = hash;
    sum += CellHasher.mix(hash);
    size++;
    if (size == MOST) {
      full = true;
      table = new long[1];
    } else if (size > table.length / 4 * 3) {
      grow();
    }
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    int mask = table.length - 1;
    for (long hash : old) {
      if (hash != 0) {
        int at = (int) hash & mask;
        while (table[at] != 0) {
          at = at + 1 & mask;
        }
        table[at] = hash;
      }
    }
  }

  /** Whether all keys were counted. */
  public boolean complete() {
    return !full;
  }

  /** How many distinct keys there are. */
  public long count() {
    return (long) size + (hasZero ? 1 : 0);
  }

  /** Whether both have counted the same set of keys, and all of it. */
  public boolean sameSet(DistinctCounter other) {
    return complete() && other.complete() && count() == other.count() && sum == other.sum;
  }
}
