package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.Link;
import dev.plumbline.runners.mine.data.Link.ToMany;
import dev.plumbline.runners.mine.data.Link.ToOne;
import dev.plumbline.runners.mine.data.Members;
import dev.plumbline.runners.mine.data.Table;
import java.util.function.LongUnaryOperator;

/**
 * Where a reference or collection leads in one query.
 *
 * @param table the objects that it leads to
 * @param link what leads there
 * @param narrowing from a row of the link's target to that of {@code table}, negative for an object
 *     that is not of the class asked for
 * @param narrowed whether {@code narrowing} leaves out any
 */
record JoinTarget(Table table, Link link, LongUnaryOperator narrowing, boolean narrowed) {

  static JoinTarget root(Table table) {
    return of(table, new ToOne(table.className(), LongUnaryOperator.identity(), true));
  }

  static JoinTarget of(Table table, Link link) {
    return new JoinTarget(table, link, LongUnaryOperator.identity(), false);
  }

  /** Those objects of {@code whole}, where the link leads, that are in {@code part} as well. */
  static JoinTarget narrowed(Table whole, Table part, Link link) {
    long shift = (long) whole.firstId() - part.firstId();
    LongUnaryOperator narrowing =
        row -> {
          long there = row + shift;
          return row >= 0 && there >= 0 && there < part.rows() ? there : -1;
        };
    return new JoinTarget(part, link, narrowing, true);
  }

  boolean isCollection() {
    return link instanceof ToMany;
  }

  /** Whether every object before it leads to one. */
  boolean total() {
    return !narrowed && link instanceof ToOne one && one.total();
  }

  /** From a row before the reference to one of the table; negative for none. */
  LongUnaryOperator row(LongUnaryOperator before) {
    if (!(link instanceof ToOne one)) {
      throw new IllegalStateException("a collection leads to no single row");
    }
    LongUnaryOperator after = narrowed ? one.row().andThen(narrowing) : one.row();
    return row -> {
      long middle = before.applyAsLong(row);
      return middle < 0 ? -1 : after.applyAsLong(middle);
    };
  }

  /** The rows of the link's target, before narrowing; a reference has one or none. */
  Members members() {
    return link instanceof ToMany many ? many.members() : new AtMostOne(((ToOne) link).row());
  }

  private record AtMostOne(LongUnaryOperator row) implements Members {
    @Override
    public int count(long from) {
      return row.applyAsLong(from) < 0 ? 0 : 1;
    }

    @Override
    public long at(long from, int index) {
      return row.applyAsLong(from);
    }
  }
}
