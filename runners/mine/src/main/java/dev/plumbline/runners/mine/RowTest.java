package dev.plumbline.runners.mine;

/** Whether a row of the root table belongs to the result. */
@FunctionalInterface
interface RowTest {

  boolean holds(long row);

  static RowTest all(Iterable<RowTest> tests) {
    RowTest all = row -> true;
    for (RowTest test : tests) {
      all = all.and(test);
    }
    return all;
  }

  default RowTest and(RowTest other) {
    return row -> holds(row) && other.holds(row);
  }

  default RowTest or(RowTest other) {
    return row -> holds(row) || other.holds(row);
  }
}
