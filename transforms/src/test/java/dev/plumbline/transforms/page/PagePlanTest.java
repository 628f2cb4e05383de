package dev.plumbline.transforms.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagePlanTest {
  @Test
  void coversEveryRowExactlyOnceInAnyShards() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      PagePlan plan = new PagePlan(1 + random.nextInt(500), 1 + random.nextInt(120));
      int shards = 1 + random.nextInt(12);
      String where = "seed 1, round %d, %s in %d shards".formatted(i, plan, shards);
      BitSet rows = new BitSet();
      BitSet indexes = new BitSet();
      for (int shard = 0; shard < shards; shard++) {
        for (PageRequest page : plan.share(shard, shards).toList()) {
          int start = (int) page.start();
          assertEquals(0, rows.get(start, start + page.rows()).cardinality(), where);
          assertTrue(page.rows() >= 1 && page.rows() <= plan.pageSize(), where);
          rows.set(start, start + page.rows());
          assertEquals(plan.page(page.index()), page, where);
          indexes.set(page.index());
        }
      }
      assertEquals(plan.rows(), rows.cardinality(), where);
      assertEquals(plan.rows(), rows.length(), where);
      assertEquals(plan.pages(), indexes.cardinality(), where);
      assertEquals(plan.pages(), indexes.length(), where);
    }
  }

  @Test
  void allPagesComeInOrderAndOnlyTheLastIsShort() {
    PagePlan plan = new PagePlan(10, 4);

    assertEquals(
        List.of(new PageRequest(0, 0, 4), new PageRequest(1, 4, 4), new PageRequest(2, 8, 2)),
        plan.all().toList());
  }

  @Test
  void offsetsGoBeyondAnInt() {
    PagePlan plan = new PagePlan(5_000_000_000L, 1_000_000);
    PageRequest last = plan.page(plan.pages() - 1);

    assertEquals(4_999_000_000L, last.start());
    assertEquals(1_000_000, last.rows());
  }

  @Test
  void sharesDifferByAPageAtTheMost() {
    PagePlan plan = new PagePlan(103, 10);
    List<Long> sizes = new ArrayList<>();
    IntStream.range(0, 4).forEach(shard -> sizes.add(plan.share(shard, 4).count()));

    assertEquals(List.of(3L, 3L, 3L, 2L), sizes);
  }

  @Test
  void nothingToExportAndTooManyPagesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PagePlan(0, 10));
    assertThrows(IllegalArgumentException.class, () -> new PagePlan(-1, 10));
    assertThrows(IllegalArgumentException.class, () -> new PagePlan(10, 0));
    assertThrows(IllegalArgumentException.class, () -> new PagePlan(3_000_000_000L, 1));
  }
}
