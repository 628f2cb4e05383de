package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.util.Arrays;

/** Gathers the rows of an expansion, each as the rows of its slots. */
final class TupleSink {

  private static final int FIRST_ROWS = 64;
  private static final int LOOKS_AT_ONCE = 1 << 16;

  private final int width;
  private final ExpansionBudget budget;
  private int[] tuples;
  private int used;
  private long looks;

  TupleSink(int width, ExpansionBudget budget) {
    this.width = width;
    this.budget = budget;
    this.tuples = new int[FIRST_ROWS * width];
  }

  long count() {
    return used / width;
  }

  /** Says that so many objects are about to be looked at. */
  void looked(int objects) {
    looks += objects;
    if (looks >= LOOKS_AT_ONCE) {
      budget.look(looks);
      looks = 0;
    }
  }

  void add(int[] tuple) {
    if (used + width > tuples.length) {
      grow();
    }
    System.arraycopy(tuple, 0, tuples, used, width);
    used += width;
  }

  private void grow() {
    budget.hold((long) Integer.BYTES * tuples.length);
    if (tuples.length > (Integer.MAX_VALUE - Long.BYTES) / 2) {
      throw QueryRefused.tooLong("too many rows come of one");
    }
    tuples = Arrays.copyOf(tuples, tuples.length * 2);
  }

  /** All of them, slot by slot. */
  int[] tuples() {
    return Arrays.copyOf(tuples, used);
  }
}
