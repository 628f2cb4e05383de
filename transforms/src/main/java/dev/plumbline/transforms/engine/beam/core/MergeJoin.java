package dev.plumbline.transforms.engine.beam.core;

import java.util.List;

/**
 * The full outer join of any number of sides by key, in the keys' order. Null keys never join: they
 * come last, side by side in the sides' order.
 */
final class MergeJoin {
  private final List<SortedRows> sides;
  private final int[] from;
  private final int[] to;

  MergeJoin(List<SortedRows> sides) {
    this.sides = sides;
    this.from = new int[sides.size()];
    this.to = new int[sides.size()];
  }

  /** Takes the rows that belong together. */
  @FunctionalInterface
  interface Matches {
    /**
     * All rows of one key; or all rows of one side that have none.
     *
     * @param side a side that has such rows
     * @param from for each side, the first of its rows
     * @param to for each side, the row behind the last of them: as {@code from} if it has none
     */
    void match(int side, int[] from, int[] to);
  }

  /** Joins. */
  void run(Matches out) {
    for (int least = least(); least >= 0; least = least()) {
      int first = from[least];
      for (int side = 0; side < from.length; side++) {
        to[side] = end(side, least, first);
      }
      out.match(least, from, to);
      System.arraycopy(to, 0, from, 0, from.length);
    }
    for (int side = 0; side < from.length; side++) {
      if (from[side] < sides.get(side).rows()) {
        to[side] = sides.get(side).rows();
        out.match(side, from, to);
        from[side] = to[side];
      }
    }
  }

  /** The side whose next key is the least, the first of them; -1 if all keys have passed. */
  private int least() {
    int least = -1;
    for (int side = 0; side < from.length; side++) {
      SortedRows rows = sides.get(side);
      if (from[side] < rows.keyed()
          && (least < 0 || rows.compareKey(from[side], sides.get(least), from[least]) < 0)) {
        least = side;
      }
    }
    return least;
  }

  /** Behind the rows of a side that have the key of that row of the other. */
  private int end(int side, int other, int otherRow) {
    SortedRows rows = sides.get(side);
    int end = from[side];
    while (end < rows.keyed() && rows.compareKey(end, sides.get(other), otherRow) == 0) {
      end++;
    }
    return end;
  }
}
