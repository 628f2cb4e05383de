package dev.plumbline.runners.measure.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final List<Long> SIZES = List.of(10L, 100L, 1000L);

  @Test
  void runsTwoArmsAbbaBaabOrItsMirror() {
    for (long seed = 0; seed < 20; seed++) {
      String order = order(Schedule.blocks(2, SIZES, 8, seed));
      assertTrue(
          Set.of("01 10 10 01 01 10 10 01", "10 01 01 10 10 01 01 10").contains(order), order);
    }
  }

  @Test
  void cancelsALinearDriftOverEveryFourBlocksOfTwoArms() {
    int[] places = new int[2];
    int place = 0;
    for (BlockPlan block : Schedule.blocks(2, SIZES, 8, 7)) {
      for (int arm : block.arms()) {
        places[arm] += place++;
      }
    }
    assertEquals(places[0], places[1]);
  }

  @Test
  void hasEveryArmAndEverySizeOnceInEachBlock() {
    for (BlockPlan block : Schedule.blocks(5, SIZES, 40, 1)) {
      assertEquals(Set.of(0, 1, 2, 3, 4), Set.copyOf(block.arms()));
      assertEquals(Set.copyOf(SIZES), Set.copyOf(block.sizes()));
      assertEquals(5, block.arms().size());
      assertEquals(3, block.sizes().size());
    }
  }

  @Test
  void isAFunctionOfItsSeed() {
    assertEquals(Schedule.blocks(4, SIZES, 20, 42), Schedule.blocks(4, SIZES, 20, 42));
    assertNotEquals(Schedule.blocks(4, SIZES, 20, 42), Schedule.blocks(4, SIZES, 20, 43));
  }

  @Test
  void beginsWithEachOfManyArmsInSomeBlock() {
    Set<Integer> first =
        Schedule.blocks(4, SIZES, 60, 3).stream()
            .map(block -> block.arms().get(0))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(0, 1, 2, 3), first);
  }

  private static String order(List<BlockPlan> blocks) {
    return blocks.stream()
        .map(b -> b.arms().stream().map(String::valueOf).collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }
}
