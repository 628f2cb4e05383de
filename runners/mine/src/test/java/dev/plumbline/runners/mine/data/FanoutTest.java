package dev.plumbline.runners.mine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanoutTest {

  private static final int[] COUNTS = {2, 0, 0, 5, 1, 3, 0};

  @Test
  void givesEachChildToTheParentThatCountsIt() {
    for (long seed = 0; seed < 20; seed++) {
      for (int parents = 0; parents < 40; parents++) {
        Fanout fanout = Fanout.ofParents(seed, 1, COUNTS, parents);
        List<Long> expected = new ArrayList<>();
        for (long parent = 0; parent < parents; parent++) {
          assertEquals(expected.size(), fanout.first(parent), "seed " + seed);
          for (int k = 0; k < fanout.count(parent); k++) {
            expected.add(parent);
          }
        }
        assertEquals(expected.size(), fanout.childRows(), "seed " + seed);
        assertEquals(expected, parents(fanout), "seed " + seed);
      }
    }
  }

  @Test
  void hasThePatternInEveryBlockTurned() {
    Fanout fanout = Fanout.ofParents(42, 1, COUNTS, 700);
    List<List<Integer>> blocks = new ArrayList<>();
    for (int block = 0; block < 100; block++) {
      List<Integer> counts = new ArrayList<>();
      for (int k = 0; k < 7; k++) {
        counts.add(fanout.count(block * 7L + k));
      }
      blocks.add(counts);
    }
    assertEquals(7, blocks.stream().distinct().count(), "every turn of the pattern");
    assertEquals(1, blocks.stream().map(b -> b.stream().sorted().toList()).distinct().count());
    assertEquals(1_100, fanout.childRows());
  }

  @Test
  void hasAsManyChildrenAsAskedFor() {
    int[] counts = {1, 3, 1, 2};
    for (int children = 0; children < 40; children++) {
      Fanout fanout = Fanout.ofChildren(42, 1, counts, children);
      int sum = 0;
      for (long parent = 0; parent < fanout.parentRows(); parent++) {
        assertTrue(fanout.count(parent) > 0);
        sum += fanout.count(parent);
      }
      assertEquals(children, sum);
      List<Long> parents = parents(fanout);
      assertEquals(fanout.parentRows(), parents.stream().distinct().count());
    }
  }

  @Test
  void dependsOnTheSeed() {
    List<Long> first = parents(Fanout.ofParents(1, 1, COUNTS, 70));
    assertEquals(first, parents(Fanout.ofParents(1, 1, COUNTS, 70)));
    assertNotEquals(first, parents(Fanout.ofParents(2, 1, COUNTS, 70)));
  }

  private static List<Long> parents(Fanout fanout) {
    List<Long> parents = new ArrayList<>();
    for (long child = 0; child < fanout.childRows(); child++) {
      parents.add(fanout.parent(child));
    }
    return parents;
  }
}
