package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;

/**
 * Makes the relation of {@link dev.plumbline.transforms.analytics.Score} and sums it up, without
 * writing it.
 *
 * @param roles the columns' parts
 */
public record AnalyticsWork(Roles roles) implements KeyedWork {
  private static final long serialVersionUID = 1;

  @Override
  public String name() {
    return "analytics by '" + roles.key().name() + "'";
  }

  @Override
  public List<WrittenTable> inputs(WrittenTable table) {
    return List.of(table);
  }

  @Override
  public List<List<Column>> columns() {
    return List.of(roles.scored());
  }

  @Override
  public List<TableSchema> sides() {
    return ScoreRelation.sides();
  }

  @Override
  public RowRouter router(Splitters splitters, RoutedPages out) {
    return new GroupRouter(splitters, out);
  }

  @Override
  public Tally partition(int number, List<List<PackedPage>> pages) {
    ScoreSums sums = new ScoreSums();
    try {
      new ScoreRelation(roles).join(pages, sums);
    } catch (TableException e) {
      throw new TableException(name() + ": " + e.getMessage(), e);
    }
    return sums.tallyWithRange();
  }

  @Override
  public Findings complete(Tally all) {
    return ScoreFigures.found(all.rowsRead(), all.figures(), null);
  }

  /** It leaves nothing. */
  @Override
  public void abandon() {}
}
