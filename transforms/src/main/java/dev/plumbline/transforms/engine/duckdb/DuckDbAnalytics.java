package dev.plumbline.transforms.engine.duckdb;

import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the relation of {@link dev.plumbline.transforms.analytics.Score} and sums it up, in one
 * query.
 *
 * @param sums how sums are read
 * @param roles the columns' parts
 */
record DuckDbAnalytics(DuckDbSums sums, Roles roles) implements TableCore {
  private static final long serialVersionUID = 1;

  @Override
  public Findings run(WrittenTable table) {
    String doing = "analytics by '" + roles.key().name() + "'";
    List<String> names = new ArrayList<>(ScoreFigures.SUMS);
    names.add(ScoreFigures.OUT_OF_RANGE);
    String select =
        "%s SELECT %s, %s FROM joined"
            .formatted(ScoreSql.with(doing, table, roles), ScoreSql.SUMS, ScoreSql.OUT_OF_RANGE);
    return ScoreFigures.found(table.rows(), sums.read(doing, select, names), null);
  }
}
