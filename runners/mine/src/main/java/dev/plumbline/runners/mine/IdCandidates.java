package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.PathQuery.Constraint;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Narrows the rows of a table by constraints on its id, without looking at any row. */
final class IdCandidates {

  private final Table table;
  private long from;
  private long to;
  private int @Nullable [] listed;

  IdCandidates(Table table) {
    this.table = table;
    this.to = table.rows();
  }

  /** Takes the constraint into account; false if it is of a kind that has to be tested by row. */
  boolean accept(Constraint constraint) {
    if (!constraint.path().equals(table.className() + ".id")) {
      return false;
    }
    switch (constraint.operator()) {
      case EQUALS, STRICT_EQUALS -> narrow(row(constraint), row(constraint) + 1);
      case GREATER -> narrow(row(constraint) + 1, to);
      case AT_LEAST -> narrow(row(constraint), to);
      case LESS -> narrow(from, row(constraint));
      case AT_MOST -> narrow(from, row(constraint) + 1);
      case ONE_OF -> {
        return list(constraint);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  RowOrder rows() {
    if (listed == null) {
      return new RowOrder.Range(from, Math.max(0, to - from));
    }
    return new RowOrder.Listed(
        IntStream.of(listed).filter(row -> row >= from && row < to).toArray());
  }

  private void narrow(long atLeast, long below) {
    from = Math.max(from, atLeast);
    to = Math.min(to, below);
  }

  private boolean list(Constraint constraint) {
    if (listed != null) {
      return false;
    }
    listed =
        constraint.values().stream()
            .mapToLong(text -> row(text))
            .filter(row -> row >= 0 && row < table.rows())
            .mapToInt(Math::toIntExact)
            .sorted()
            .distinct()
            .toArray();
    return true;
  }

  private long row(Constraint constraint) {
    return row(constraint.values().get(0));
  }

  private long row(String text) {
    return (Integer) CellValues.parse(text, "java.lang.Integer") - (long) table.firstId();
  }
}
