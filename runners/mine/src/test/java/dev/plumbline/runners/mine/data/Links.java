package dev.plumbline.runners.mine.data;

import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import java.util.List;
import java.util.stream.IntStream;

/** Reads references as collections of one or none. */
final class Links {

  private Links() {}

  static int count(Link link, long row) {
    if (link instanceof ToMany many) {
      return many.members().count(row);
    }
    return ((ToOne) link).row().applyAsLong(row) < 0 ? 0 : 1;
  }

  static long at(Link link, long row, int index) {
    if (link instanceof ToMany many) {
      return many.members().at(row, index);
    }
    return ((ToOne) link).row().applyAsLong(row);
  }

  /** The target's rows, in the order in which the link has them. */
  static List<Long> rows(Link link, long row) {
    return IntStream.range(0, count(link, row)).mapToObj(i -> at(link, row, i)).toList();
  }

  /** Whether a row of the target is among those that the link has, in ascending order. */
  static boolean leadTo(Link link, long from, long to) {
    int low = 0;
    int high = count(link, from);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(link, from, middle) < to) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < count(link, from) && at(link, from, low) == to;
  }
}
