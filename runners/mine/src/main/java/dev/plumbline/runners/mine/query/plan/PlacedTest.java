package dev.plumbline.runners.mine.query.plan;

import java.util.List;

/** A test and the last slot that it looks at. */
record PlacedTest(int lastSlot, RowTest test) {

  static PlacedTest all(List<PlacedTest> tests) {
    return new PlacedTest(last(tests), RowTest.all(alone(tests)));
  }

  static PlacedTest any(List<PlacedTest> tests) {
    return new PlacedTest(last(tests), RowTest.any(alone(tests)));
  }

  private static int last(List<PlacedTest> tests) {
    return tests.stream().mapToInt(PlacedTest::lastSlot).max().orElse(0);
  }

  private static List<RowTest> alone(List<PlacedTest> tests) {
    return tests.stream().map(PlacedTest::test).toList();
  }
}
