package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.Link.ToMany;
import dev.plumbline.runners.mine.Link.ToOne;
import java.util.ArrayList;
import java.util.List;

/** Reads links as lists, whichever kind they are. */
final class Links {

  private Links() {}

  /** The target's rows, in the order in which the link has them. */
  static List<Long> rows(Link link, long row) {
    List<Long> rows = new ArrayList<>();
    if (link instanceof ToOne one) {
      long there = one.row().applyAsLong(row);
      if (there >= 0) {
        rows.add(there);
      }
    } else if (link instanceof ToMany many) {
      for (int i = 0; i < many.members().count(row); i++) {
        rows.add(many.members().at(row, i));
      }
    }
    return rows;
  }
}
