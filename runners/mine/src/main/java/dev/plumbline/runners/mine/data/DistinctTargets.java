package dev.plumbline.runners.mine.data;

import java.util.function.LongUnaryOperator;

/**
 * What the few children of a row lead to, each once.
 *
 * @param children the children of the rows
 * @param target from a child to the target's row, ascending with the child
 */
record DistinctTargets(Fanout children, LongUnaryOperator target) implements Members {

  @Override
  public int count(long row) {
    int count = 0;
    long last = -1;
    for (long child = children.first(row); child < children.end(row); child++) {
      long next = target.applyAsLong(child);
      count += next == last ? 0 : 1;
      last = next;
    }
    return count;
  }

  @Override
  public long at(long row, int index) {
    long child = children.first(row);
    long found = target.applyAsLong(child);
    for (int passed = 0; passed < index; passed++) {
      long last = found;
      while (found == last) {
        found = target.applyAsLong(++child);
      }
    }
    return found;
  }
}
