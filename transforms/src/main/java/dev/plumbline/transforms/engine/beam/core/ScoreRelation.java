package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.TableException;
import java.io.Serializable;
import java.util.List;

/**
 * The relation of {@link dev.plumbline.transforms.analytics.Score}: base and edge grouped by key,
 * the groups joined in full.
 *
 * @param roles the columns' parts
 */
record ScoreRelation(Roles roles) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Takes a row of the relation. */
  @FunctionalInterface
  interface Rows {
    /**
     * A row.
     *
     * @param side a side that has it
     * @param row the row's number there
     * @param base the base group; may be absent
     * @param edge the edge group; may be absent
     */
    void row(SortedRows side, int row, Group base, Group edge);
  }

  /** Base and edge. */
  static List<TableSchema> sides() {
    return List.of(Group.SCHEMA, Group.SCHEMA);
  }

  /** The columns of the relation. */
  TableSchema schema() {
    return Score.relation(roles);
  }

  /**
   * Sends the rows of a partition, in order.
   *
   * @throws TableException if the sum of a group overflows
   */
  void join(List<List<PackedPage>> pages, Rows out) {
    List<SortedRows> sides = SortedRows.of(sides(), pages);
    Group base = new Group();
    Group edge = new Group();
    new MergeJoin(sides)
        .run(
            (side, from, to) -> {
              base.of(sides.get(0), from[0], to[0]);
              edge.of(sides.get(1), from[1], to[1]);
              check(base, roles.base());
              check(edge, roles.edgeOne());
              out.row(sides.get(side), from[side], base, edge);
            });
  }

  /** The score of a row. */
  static double score(Group base, Group edge) {
    return (base.hasAverage() ? base.average() : 0) + (edge.hasAverage() ? edge.average() : 0);
  }

  private static void check(Group group, Column column) {
    if (group.overflows()) {
      throw new TableException(
          "the sum of the thousandths of '%s' overflows int64 in a group of %d rows"
              .formatted(column.name(), group.rows()),
          null);
    }
  }
}
