package dev.plumbline.runners.measure.arm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order of everything, from a seed: randomised complete blocks, in which every arm occurs once
 * at each size. Two arms run A B, B A, B A, A B and so on, so that a drift, linear or slow, meets
 * both alike; which of them is A is drawn. More than two are shuffled anew in each block. The sizes
 * of a block are shuffled, too; at each of them the arms run in the block's order.
 */
public final class Schedule {
  /** Which of the four blocks of ABBA BAAB begin with the second arm. */
  private static final boolean[] SECOND_FIRST = {false, true, true, false};

  private Schedule() {}

  /**
   * The blocks, from 1 on.
   *
   * @param sizes what forks of one arm run: one size each, so that every run is the first of its
   *     JVM
   */
  public static List<BlockPlan> blocks(int arms, List<List<Long>> sizes, int blocks, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    boolean swapped = random.nextBoolean();
    List<BlockPlan> plans = new ArrayList<>();
    for (int block = 1; block <= blocks; block++) {
      List<Integer> order = IntStream.range(0, arms).boxed().collect(Collectors.toList());
      if (arms == 2) {
        if (SECOND_FIRST[(block - 1) % SECOND_FIRST.length] != swapped) {
          Collections.reverse(order);
        }
      } else {
        shuffle(order, random);
      }
      List<List<Long>> sizeOrder = new ArrayList<>(sizes);
      shuffle(sizeOrder, random);
      plans.add(plan(block, order, sizeOrder));
    }
    return plans;
  }

  /** The rehearsal: every arm once, in the order given. */
  public static BlockPlan rehearsal(int arms, List<List<Long>> sizes) {
    return plan(0, IntStream.range(0, arms).boxed().toList(), sizes);
  }

  /** Size by size: those that are held against each other run side by side. */
  private static BlockPlan plan(int block, List<Integer> arms, List<List<Long>> sizes) {
    return new BlockPlan(
        block,
        sizes.stream()
            .flatMap(of -> arms.stream().map(arm -> new BlockPlan.Fork(block, arm, of)))
            .toList());
  }

  /** Fisher and Yates; our own loop, so that the order never depends on the JDK's. */
  private static <T> void shuffle(List<T> list, RandomGenerator random) {
    for (int i = list.size() - 1; i > 0; i--) {
      Collections.swap(list, i, random.nextInt(i + 1));
    }
  }
}
