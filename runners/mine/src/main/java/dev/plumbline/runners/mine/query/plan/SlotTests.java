package dev.plumbline.runners.mine.query.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests of rows in the making, each by the last slot that it looks at. */
public final class SlotTests {

  private final Map<Integer, List<RowTest>> tests = new HashMap<>();

  /** Adds a test that can be made once {@code slot} and those before it are filled. */
  void add(int slot, RowTest test) {
    tests.computeIfAbsent(slot, s -> new ArrayList<>()).add(test);
  }

  /** What must hold once the slot is filled; empty if nothing must. */
  public Optional<RowTest> at(int slot) {
    return Optional.ofNullable(tests.get(slot)).map(RowTest::all);
  }
}
