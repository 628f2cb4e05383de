package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys of about one row in so many, always the same ones: which, a hash of the row's
 * number says, so that no pattern in the rows' order meets a pattern of ours.
 */
final class KeySampler extends KeyedSink {
  private final long oneIn;
  private final List<Key> keys = new ArrayList<>();
  private long row;

  KeySampler(long oneIn) {
    this.oneIn = oneIn;
  }

  /** The next row has this number. */
  void startAt(long firstRow) {
    row = firstRow;
  }

  /** The keys so far, without nulls. */
  List<Key> keys() {
    return keys;
  }

  @Override
  @Nullable RowSink key(byte[] bytes, int offset, int length) {
    if (Long.remainderUnsigned(mix(row++), oneIn) == 0) {
      keys.add(Key.copyOf(bytes, offset, length));
    }
    return null;
  }

  @Override
  @Nullable RowSink nullKey() {
    row++;
    return null;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mix(long number) {
    long z = number + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
