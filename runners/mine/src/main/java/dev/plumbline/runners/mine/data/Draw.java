package dev.plumbline.runners.mine.data;

/** Random draws for one cell: the same (seed, column, row) always draws the same (SplitMix64). */
final class Draw {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Draw(long seed, int column, long row) {
    state = mix(mix(seed + column * GOLDEN) ^ (row * GOLDEN));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** 0 to {@code bound - 1}, all but equally likely. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /** 0 (inclusive) to 1 (exclusive). */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  String oneOf(String[] values) {
    return values[below(values.length)];
  }
}
