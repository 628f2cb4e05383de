package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.ResultHash;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.util.List;

/**
 * Sums up the relation of {@link dev.plumbline.transforms.analytics.Score}.
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
    return sums.tally();
  }

  @Override
  public Findings complete(Tally all) {
    ResultHash.Sums sums =
        new ResultHash.Sums(
            all.figure(ScoreSums.KEY_COUNT).longValueExact(),
            all.figure(ScoreSums.BASE_ROWS_SUM).longValueExact(),
            all.figure(ScoreSums.EDGE_ROWS_SUM).longValueExact(),
            all.figure(ScoreSums.SCORE_SUM));
    return new Findings(all.rowsRead(), all.figures(), ResultHash.of(sums), List.of());
  }

  /** It leaves nothing. */
  @Override
  public void abandon() {}
}
