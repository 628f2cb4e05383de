package dev.plumbline.transforms.engine.beam.core;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the ranges of keys are cut: a partition for the keys before the first splitter, one from
 * each splitter on, and behind them one for null keys. All rows of a key are in one partition.
 *
 * @param keys ascending, none twice
 */
public record Splitters(List<Key> keys) implements Serializable {
  /** Copies the keys. */
  public Splitters {
    keys = List.copyOf(keys);
  }

  /**
   * Cuts so that each partition has about the same number of the sampled rows; fewer partitions
   * where there are fewer keys.
   *
   * @param sample sampled keys, and how many partitions there should be
   */
  public static Splitters of(KeySample sample) {
    int partitions = sample.partitions();
    List<Key> sorted = sample.keys().stream().sorted().toList();
    List<Key> keys = new ArrayList<>();
    for (int i = 1; i < partitions && !sorted.isEmpty(); i++) {
      Key key = sorted.get((int) ((long) sorted.size() * i / partitions));
      if (keys.isEmpty() || keys.get(keys.size() - 1).compareTo(key) < 0) {
        keys.add(key);
      }
    }
    return new Splitters(keys);
  }

  /** How many partitions there can be. */
  int partitions() {
    return keys.size() + 2;
  }

  /** The partition of null keys. */
  int nullPartition() {
    return keys.size() + 1;
  }

  /** Ready to find partitions. Not shared between threads. */
  Finder finder() {
    return new Finder(keys);
  }

  /** Finds the partition of a key. */
  static final class Finder {
    private final Key[] keys;
    private final long[] prefixes;

    private Finder(List<Key> keys) {
      this.keys = keys.toArray(Key[]::new);
      this.prefixes = keys.stream().mapToLong(Key::prefix).toArray();
    }

    int partition(byte[] bytes, int offset, int length) {
      long prefix = KeyOrder.prefix(bytes, offset, length);
      int low = 0;
      int high = keys.length;
      while (low < high) { // how many splitters are not behind the key
        int middle = (low + high) >>> 1;
        int compared = Long.compare(prefixes[middle], prefix);
        if (compared == 0 && !KeyOrder.whole(prefix)) {
          compared = keys[middle].compareTo(bytes, offset, length);
        }
        if (compared <= 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
