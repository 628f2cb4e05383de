package dev.plumbline.runners.mine.query.plan;

import java.util.Collection;
import java.util.List;

/** Whether a row of the result in the making belongs to it. */
@FunctionalInterface
public interface RowTest {

  /**
   * Tests one row.
   *
   * @param tuple for each slot of the query the row in its table; negative for none
   */
  boolean holds(int[] tuple);

  /** Holds where all of them do. */
  static RowTest all(Collection<RowTest> tests) {
    if (tests.size() == 1) {
      return List.copyOf(tests).get(0);
    }
    RowTest[] each = tests.toArray(RowTest[]::new);
    return tuple -> {
      for (RowTest test : each) {
        if (!test.holds(tuple)) {
          return false;
        }
      }
      return true;
    };
  }

  /** Holds where one of them does. */
  static RowTest any(Collection<RowTest> tests) {
    RowTest[] each = tests.toArray(RowTest[]::new);
    return tuple -> {
      for (RowTest test : each) {
        if (test.holds(tuple)) {
          return true;
        }
      }
      return false;
    };
  }
}
