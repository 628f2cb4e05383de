package dev.plumbline.runners.mine.query.run;

import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.JoinGroup;
import dev.plumbline.runners.mine.query.plan.JoinStep;
import dev.plumbline.runners.mine.query.plan.Place;
import dev.plumbline.runners.mine.query.plan.RowOrder;
import dev.plumbline.runners.mine.query.plan.RowTest;
import dev.plumbline.runners.mine.query.plan.SlotTests;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through collections: from each of some rows to all those that come of it. */
final class RowExpansion {

  private static final int FEWEST_CHUNKS = 64;
  private static final int MOST_CHUNK_ROWS = 65_536;

  private final int slots;
  private final JoinGroup joins;
  private final List<Optional<RowTest>> tests;
  private final ExpansionBudget budget;

  /**
   * An expansion of the rows of a query.
   *
   * @param slots how many slots the query has
   * @param joins which collections
   * @param tests what rows must satisfy as soon as a slot of {@code joins} is filled
   */
  RowExpansion(int slots, JoinGroup joins, SlotTests tests, ExpansionBudget budget) {
    this.slots = slots;
    this.joins = joins;
    this.tests = Stream.iterate(0, slot -> slot + 1).limit(slots).map(tests::at).toList();
    this.budget = budget;
  }

  /**
   * All rows, those that come of one row together.
   *
   * @throws QueryRefused if they are more than the budget allows
   */
  RowOrder expand(RowOrder rows, Workers workers) {
    long size = Math.max(1, Math.min(MOST_CHUNK_ROWS, rows.count() / FEWEST_CHUNKS));
    int chunks = Math.toIntExact((rows.count() + size - 1) / size);
    int[][] expanded = new int[chunks][];
    workers.each(
        chunks,
        chunk -> {
          long from = chunk * size;
          expanded[chunk] = new Walk().expand(rows, from, Math.min(size, rows.count() - from));
        });
    return new RowOrder.Expanded(slots, Arrays.asList(expanded));
  }

  /** One thread's way through some of the rows. */
  private final class Walk {
    private final int[] tuple = new int[slots];
    private final TupleSink found = new TupleSink(slots, budget);

    int[] expand(RowOrder rows, long from, long count) {
      Arrays.fill(tuple, -1);
      for (long position = from; position < from + count; position++) {
        rows.read(position, tuple);
        step(joins, 0);
      }
      return found.tuples();
    }

    private void step(JoinGroup group, int depth) {
      if (depth == group.steps().size()) {
        finish(group);
        return;
      }
      JoinStep step = group.steps().get(depth);
      Place before = step.before();
      long owner = before.row().applyAsLong(tuple[before.slot()]);
      if (owner >= 0) {
        each(group, depth, step, owner);
      }
    }

    private void each(JoinGroup group, int depth, JoinStep step, long owner) {
      Optional<RowTest> test = tests.get(step.slot());
      int count = step.members().count(owner);
      found.looked(count);
      for (int i = 0; i < count; i++) {
        int row = (int) step.narrowing().applyAsLong(step.members().at(owner, i));
        tuple[step.slot()] = row;
        if (row >= 0 && (test.isEmpty() || test.get().holds(tuple))) {
          step(group, depth + 1);
        }
      }
      tuple[step.slot()] = -1;
    }

    /** A row for each row of each branch, or one if they have none. */
    private void finish(JoinGroup group) {
      long before = found.count();
      for (JoinGroup branch : group.branches()) {
        step(branch, 0);
      }
      if (found.count() == before) {
        found.add(tuple);
      }
    }
  }
}
