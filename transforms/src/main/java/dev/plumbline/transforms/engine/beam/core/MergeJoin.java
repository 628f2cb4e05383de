package dev.plumbline.transforms.engine.beam.core;

import java.util.Arrays;
import java.util.List;

/**
 * The full outer join of any number of sides by key, in the keys' order. Null keys never join: they
 * come last, side by side in the sides' order.
 */
final class MergeJoin {
  private final List<SortedRows> sides;
  private final int[] from;
  private final int[] to;
  private final int[] order; // how each side's next key compares to the least

  MergeJoin(List<SortedRows> sides) {
    this.sides = sides;
    this.from = new int[sides.size()];
    this.to = new int[sides.size()];
    this.order = new int[sides.size()];
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
      for (int side = 0; side < from.length; side++) {
        to[side] = least(side) ? end(side) : from[side];
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

  /** The first side whose next key is the least; -1 if all keys have passed. */
  private int least() {
    int least = -1;
    for (int side = 0; side < from.length; side++) {
      if (from[side] == sides.get(side).keyed()) {
        order[side] = 1;
      } else {
        order[side] =
            least < 0 ? 0 : sides.get(side).compareKey(from[side], sides.get(least), from[least]);
        if (least < 0 || order[side] < 0) {
          Arrays.fill(order, 0, side, 1);
          order[side] = 0;
          least = side;
        }
      }
    }
    return least;
  }

  /** Whether the next key of a side is the least. */
  private boolean least(int side) {
    return order[side] == 0;
  }

  /** Behind the rows of a side that have its next key. */
  private int end(int side) {
    SortedRows rows = sides.get(side);
    int end = from[side] + 1;
    while (end < rows.keyed() && rows.compareKey(end, rows, end - 1) == 0) {
      end++;
    }
    return end;
  }
}
