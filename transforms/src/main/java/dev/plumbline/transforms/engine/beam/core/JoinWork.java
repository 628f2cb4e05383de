package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.analytics.ScoreFigures;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes the relation of {@link dev.plumbline.transforms.analytics.Score}.
 *
 * @param roles the columns' parts
 * @param result where the relation goes
 */
public record JoinWork(Roles roles, ResultFiles result) implements KeyedWork {
  private static final long serialVersionUID = 1;

  @Override
  public String name() {
    return "join";
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
    long[] outOfRange = new long[1];
    WrittenFile part =
        parts()
            .write(
                number,
                out ->
                    relation()
                        .join(
                            pages,
                            (side, row, base, edge) -> {
                              outOfRange[0] += base.outOfRange() + edge.outOfRange();
                              out.accept(sink -> row(side, row, base, edge, sink));
                            }));
    BigInteger out = BigInteger.valueOf(outOfRange[0]);
    return new Tally(0, Map.of(ScoreFigures.OUT_OF_RANGE, out), List.of(part));
  }

  @Override
  public Findings complete(Tally all) {
    List<WrittenFile> files = parts().publish(all.files());
    long rows = files.stream().mapToLong(WrittenFile::rows).sum();
    return new Findings(
        all.rowsRead(),
        Map.of(
            "rows",
            BigInteger.valueOf(rows),
            ScoreFigures.OUT_OF_RANGE,
            all.figure(ScoreFigures.OUT_OF_RANGE)),
        null,
        files);
  }

  @Override
  public void abandon() {
    parts().abandon();
  }

  private void row(SortedRows side, int row, Group base, Group edge, RowSink sink) {
    side.feedKey(row, roles.key().type(), sink);
    rows(base, sink);
    rows(edge, sink);
    average(base, sink);
    average(edge, sink);
    sink.doubleCell(ScoreRelation.score(base, edge));
    sink.endRow();
  }

  private static void rows(Group group, RowSink sink) {
    if (group.present()) {
      sink.int64Cell(group.rows());
    } else {
      sink.nullCell();
    }
  }

  private static void average(Group group, RowSink sink) {
    if (group.hasAverage()) {
      sink.doubleCell(group.average());
    } else {
      sink.nullCell();
    }
  }

  private ScoreRelation relation() {
    return new ScoreRelation(roles);
  }

  private ResultParts parts() {
    return new ResultParts(name(), result, relation().schema());
  }
}
