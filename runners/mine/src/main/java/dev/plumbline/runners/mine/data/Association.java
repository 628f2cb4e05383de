package dev.plumbline.runners.mine.data;

import java.util.Arrays;

/**
 * Many to many between a table and one of fixed size: each child of a {@link Fanout} also belongs
 * to one of a few thousand choices, different ones for the children of one parent, ascending.
 *
 * <p>The choices are part of the pattern that the fanout repeats, so that the children of a choice
 * are counted and found by arithmetic, in logarithmic time.
 */
final class Association {

  private final Fanout fanout;

  /** The choice of each child in the pattern. */
  private final int[] choices;

  /** The pattern's children by choice, and where each choice's begin. */
  private final int[] byChoice;

  private final int[] starts;

  Association(Fanout fanout, Zipf popularity, Draw draw) {
    this.fanout = fanout;
    this.choices = new int[fanout.period()];
    int[] sums = fanout.patternSums();
    for (int k = 0; k + 1 < sums.length; k++) {
      popularity.drawDistinct(draw, choices, sums[k], sums[k + 1]);
    }
    this.starts = new int[popularity.choices() + 1];
    this.byChoice = sortByChoice(choices, starts);
  }

  Fanout fanout() {
    return fanout;
  }

  /** The choice that a child belongs to. */
  int choice(long child) {
    long place = fanout.start(child / fanout.period()) + child % fanout.period();
    return choices[(int) (place % fanout.period())];
  }

  /** The choices of a parent. */
  Members choicesOfParent() {
    return new Members() {
      @Override
      public int count(long parent) {
        return fanout.count(parent);
      }

      @Override
      public long at(long parent, int index) {
        return choice(fanout.first(parent) + index);
      }
    };
  }

  /** The children of a choice. */
  Members childrenOfChoice() {
    return new Members() {
      @Override
      public int count(long choice) {
        return childCount((int) choice);
      }

      @Override
      public long at(long choice, int index) {
        return child((int) choice, index);
      }
    };
  }

  /** The parents of a choice's children. */
  Members parentsOfChoice() {
    return new Members() {
      @Override
      public int count(long choice) {
        return childCount((int) choice);
      }

      @Override
      public long at(long choice, int index) {
        return fanout.parent(child((int) choice, index));
      }
    };
  }

  private int childCount(int choice) {
    long blocks = fanout.childRows() / fanout.period();
    int rest = (int) (fanout.childRows() % fanout.period());
    int start = fanout.start(blocks);
    int end = start + rest;
    int inRest = below(choice, end) - below(choice, start);
    return Math.toIntExact(blocks * perBlock(choice) + inRest);
  }

  private long child(int choice, int index) {
    int perBlock = perBlock(choice);
    long block = index / perBlock;
    int start = fanout.start(block);
    int nth = below(choice, start) + index % perBlock;
    int wraps = nth / perBlock * fanout.period();
    return block * fanout.period() + byChoice[starts[choice] + nth % perBlock] + wraps - start;
  }

  /** How many of a choice's children stand before a place in the pattern, repeated endlessly. */
  private int below(int choice, int place) {
    int whole = place / fanout.period();
    int key = place % fanout.period();
    int found = Arrays.binarySearch(byChoice, starts[choice], starts[choice + 1], key);
    int position = found >= 0 ? found : -found - 1;
    return whole * perBlock(choice) + position - starts[choice];
  }

  private int perBlock(int choice) {
    return starts[choice + 1] - starts[choice];
  }

  /** A counting sort; {@code starts} gets where each choice's children begin, and the end. */
  private static int[] sortByChoice(int[] choices, int[] starts) {
    for (int choice : choices) {
      starts[choice + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] sorted = new int[choices.length];
    for (int child = 0; child < choices.length; child++) {
      sorted[next[choices[child]]++] = child;
    }
    return sorted;
  }
}
