package dev.plumbline.runners.mine.query.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.data.Members;
import dev.plumbline.runners.mine.data.RowRange;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.JoinGroup;
import dev.plumbline.runners.mine.query.plan.JoinStep;
import dev.plumbline.runners.mine.query.plan.Place;
import dev.plumbline.runners.mine.query.plan.RowOrder;
import dev.plumbline.runners.mine.query.plan.SlotTests;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

class RowExpansionTest {

  private static final Members THREE = new RowRange(row -> 3 * row, row -> 3 * row + 3);
  private static final JoinGroup JOINS =
      new JoinGroup(
          List.of(new JoinStep(1, Place.at(0), THREE, LongUnaryOperator.identity())), List.of());

  @Test
  void readsEveryRowFromWhereverItIs() {
    RowOrder rows = expand(new RowOrder.Range(0, 1_000_000), budget(1L << 30, 1L << 30));
    assertEquals(3_000_000, rows.count());
    int[] tuple = new int[2];
    for (long position = 0; position < rows.count(); position += 997) {
      rows.read(position, tuple);
      assertEquals(position / 3, tuple[0]);
      assertEquals(position, tuple[1]);
      assertEquals(position / 3, rows.root(position));
    }
    rows.read(rows.count() - 1, tuple);
    assertEquals(2_999_999, tuple[1]);
  }

  @Test
  void givesUpWhereMemoryWouldEnd() {
    assertTooLong(budget(1 << 20, Long.MAX_VALUE));
  }

  @Test
  void givesUpWhereTimeWouldEnd() {
    assertTooLong(budget(Long.MAX_VALUE, 1 << 20));
  }

  @Test
  void isRefusedInTheServicesWordsWhicheverThreadGivesUp() {
    QueryRefused refusal = QueryRefused.tooLong("for a test");
    Workers others =
        (tasks, task) -> {
          throw new CompletionException(refusal);
        };
    MiniMine mine = FewGenes.mine();
    QueryEngine engine = new QueryEngine(mine.model().model(), mine.tables(), others);
    PathQuery query = PathQueryReader.read(MineClient.query("Gene.proteins.name"));
    assertSame(refusal, assertThrows(QueryRefused.class, () -> engine.evaluate(query)));
  }

  @Test
  void leavesItsRoomToOtherQueries() {
    AtomicLong held = new AtomicLong();
    RowOrder roots = new RowOrder.Range(0, 100_000);
    for (int query = 0; query < 5; query++) {
      try (ExpansionBudget budget = new ExpansionBudget(4 << 20, Long.MAX_VALUE, held)) {
        assertEquals(300_000, expand(roots, budget).count());
        assertTrue(held.get() > 1 << 20);
        ExpansionBudget other = new ExpansionBudget(4 << 20, Long.MAX_VALUE, held);
        assertThrows(QueryRefused.class, () -> expand(roots, other));
        other.close();
      }
      assertEquals(0, held.get());
    }
  }

  private static ExpansionBudget budget(long mostBytes, long mostLooks) {
    return new ExpansionBudget(mostBytes, mostLooks, new AtomicLong());
  }

  private static void assertTooLong(ExpansionBudget budget) {
    RowOrder roots = new RowOrder.Range(0, 10_000_000);
    QueryRefused refused = assertThrows(QueryRefused.class, () -> expand(roots, budget));
    assertEquals(500, refused.status());
  }

  private static RowOrder expand(RowOrder rows, ExpansionBudget budget) {
    return new RowExpansion(2, JOINS, new SlotTests(), budget).expand(rows, Workers.CALLER);
  }
}
