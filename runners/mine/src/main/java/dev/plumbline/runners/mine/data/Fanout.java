package dev.plumbline.runners.mine.data;

import java.util.Arrays;

/**
 * One to many: the children of a table's rows, parent by parent, with nothing stored per row.
 *
 * <p>A pattern says how many children each of a block of parents has. Every block repeats it,
 * turned: it begins at a place drawn for the block and wraps around. So all blocks have as many
 * children, and a parent's first child as well as a child's parent take one look into the pattern.
 */
final class Fanout {

  private final long seed;
  private final int column;

  /** How many children the first k parents of the pattern have. */
  private final int[] sums;

  /** The parent of each child in the pattern. */
  private final int[] parents;

  private final long childRows;

  private Fanout(long seed, int column, int[] sums, int[] parents, long childRows) {
    this.seed = seed;
    this.column = column;
    this.sums = sums;
    this.parents = parents;
    this.childRows = childRows;
  }

  /**
   * All children of that many parents.
   *
   * @param column what the places to begin at are drawn for
   * @param counts the pattern, with at least one child
   */
  static Fanout ofParents(long seed, int column, int[] counts, long parentRows) {
    Fanout endless = ofChildren(seed, column, counts, Long.MAX_VALUE);
    long childRows = endless.first(parentRows);
    return new Fanout(seed, column, endless.sums, endless.parents, childRows);
  }

  /** That many children; the last parent gets what is left. No count may be 0. */
  static Fanout ofChildren(long seed, int column, int[] counts, long childRows) {
    int[] sums = sums(counts);
    return new Fanout(seed, column, sums, parents(sums), childRows);
  }

  long childRows() {
    return childRows;
  }

  /** How many parents it takes to have all children, if every parent has one. */
  long parentRows() {
    return childRows == 0 ? 0 : parent(childRows - 1) + 1;
  }

  /** The first child of a parent, or where it would be. */
  long first(long parent) {
    long block = parent / block();
    int turn = turn(block);
    int place = turn + (int) (parent % block());
    int before = place < block() ? sums[place] : period() + sums[place - block()];
    return Math.min(block * period() + before - sums[turn], childRows);
  }

  /** The row after the last child of a parent. */
  long end(long parent) {
    return first(parent + 1);
  }

  int count(long parent) {
    return (int) (end(parent) - first(parent));
  }

  long parent(long child) {
    long block = child / period();
    int turn = turn(block);
    int place = sums[turn] + (int) (child % period());
    int parent = place < period() ? parents[place] : block() + parents[place - period()];
    return block * block() + parent - turn;
  }

  Members members() {
    return new RowRange(this::first, this::end);
  }

  /** How many children the pattern, and so every block, has. */
  int period() {
    return parents.length;
  }

  /** The child of the pattern that a block of children begins with. */
  int start(long block) {
    return sums[turn(block)];
  }

  /** Children of the pattern that belong to one of its parents: from {@code sums(parent)}. */
  int[] patternSums() {
    return sums.clone();
  }

  private int block() {
    return sums.length - 1;
  }

  private int turn(long block) {
    return new Draw(seed, column, block).below(block());
  }

  private static int[] sums(int[] counts) {
    int[] sums = new int[counts.length + 1];
    for (int k = 0; k < counts.length; k++) {
      sums[k + 1] = sums[k] + counts[k];
    }
    return sums;
  }

  private static int[] parents(int[] sums) {
    int[] parents = new int[sums[sums.length - 1]];
    for (int k = 0; k + 1 < sums.length; k++) {
      Arrays.fill(parents, sums[k], sums[k + 1], k);
    }
    return parents;
  }
}
