package dev.plumbline.runners.mine.query.plan;

import dev.plumbline.runners.mine.data.Table;
import dev.plumbline.runners.mine.query.parse.PathQuery.Constraint;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Narrows the rows of a table by constraints on its id, without looking at any row. */
final class IdCandidates {

  private final Table table;
  private final String idPath;
  private long from;
  private long to;
  private int @Nullable [] listed;

  /** All rows of a table, whose id queries call {@code idPath}. */
  IdCandidates(Table table, String idPath) {
    this.table = table;
    this.idPath = idPath;
    this.to = table.rows();
  }

  /** Takes the constraint into account; false if it is of a kind that has to be tested by row. */
  boolean accept(Constraint constraint) {
    if (!constraint.path().equals(idPath)) {
      return false;
    }
    switch (constraint.operator()) {
      case EQUALS, STRICT_EQUALS -> narrow(row(constraint), row(constraint) + 1);
      case GREATER -> narrow(row(constraint) + 1, to);
      case AT_LEAST -> narrow(row(constraint), to);
      case LESS -> narrow(from, row(constraint));
      case AT_MOST -> narrow(from, row(constraint) + 1);
      case ONE_OF -> {
        return list(constraint.values().stream().mapToLong(text -> row(text)));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Leaves only objects with these ids; false if it has left only some already. */
  boolean accept(List<Integer> ids) {
    return list(ids.stream().mapToLong(id -> id - (long) table.firstId()));
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

  private boolean list(LongStream rows) {
    if (listed != null) {
      return false;
    }
    listed =
        rows.filter(row -> row >= 0 && row < table.rows())
            .mapToInt(Math::toIntExact)
            .sorted()
            .distinct()
            .toArray();
    return true;
  }

  private long row(Constraint constraint) {
    return row(constraint.value());
  }

  private long row(String text) {
    return (Integer) CellValues.parse(text, "java.lang.Integer") - (long) table.firstId();
  }
}
