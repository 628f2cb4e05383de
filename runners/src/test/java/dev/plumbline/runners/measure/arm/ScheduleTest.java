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
  private static final List<List<Long>> SIZES =
      List.of(List.of(10L), List.of(100L), List.of(1000L));

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
      for (BlockPlan.Fork fork : block.forks()) {
        places[fork.arm()] += place++;
      }
    }
    assertEquals(places[0], places[1]);
  }

  @Test
  void hasEveryArmOnceAtEverySizeInEachBlock() {
    for (BlockPlan block : Schedule.blocks(5, SIZES, 40, 1)) {
      Set<String> once = new TreeSet<>();
      block.forks().forEach(fork -> once.add(fork.arm() + " " + fork.sizes()));
      assertEquals(15, once.size());
      assertEquals(15, block.forks().size());
      block.forks().forEach(fork -> assertEquals(1, fork.sizes().size()));
    }
  }

  @Test
  void runsTheArmsOfASizeSideBySide() {
    for (BlockPlan block : Schedule.blocks(3, SIZES, 10, 5)) {
      for (int i = 0; i < block.forks().size(); i++) {
        assertEquals(block.forks().get(i - i % 3).sizes(), block.forks().get(i).sizes());
      }
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
            .map(block -> block.forks().get(0).arm())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(0, 1, 2, 3), first);
  }

  private static String order(List<BlockPlan> blocks) {
    return blocks.stream()
        .map(
            b ->
                b.forks().stream()
                    .limit(2)
                    .map(fork -> String.valueOf(fork.arm()))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" "));
  }
}
