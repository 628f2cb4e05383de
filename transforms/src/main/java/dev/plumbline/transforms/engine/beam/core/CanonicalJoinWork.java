package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes the joined relation of {@link CanonicalTables}.
 *
 * @param roles the parts of the source's columns
 * @param result where the relation goes
 */
public record CanonicalJoinWork(Roles roles, ResultFiles result) implements KeyedWork {
  private static final long serialVersionUID = 1;
  private static final int TABLES = CanonicalTables.NAMES.size();

  @Override
  public String name() {
    return "canonical_join";
  }

  @Override
  public List<WrittenTable> inputs(WrittenTable table) {
    return CanonicalTables.tables(table);
  }

  @Override
  public List<List<Column>> columns() {
    return CanonicalTables.columns(roles);
  }

  @Override
  public List<TableSchema> sides() {
    return columns().stream()
        .map(
            columns ->
                new TableSchema(
                    List.of(new Column(CanonicalTables.KEY, ColumnType.STRING), columns.get(1))))
        .toList();
  }

  @Override
  public RowRouter router(Splitters splitters, RoutedPages out) {
    return new JoinRouter(sides(), splitters, out);
  }

  @Override
  public Tally partition(int number, List<List<PackedPage>> pages) {
    List<SortedRows> sides = SortedRows.of(sides(), pages);
    WrittenFile part =
        parts()
            .write(
                number,
                out ->
                    new MergeJoin(sides)
                        .run(
                            (side, from, to) ->
                                out.accept(sink -> row(sides, side, from, to, sink))));
    return new Tally(0, Map.of(), List.of(part));
  }

  @Override
  public Findings complete(Tally all) {
    List<WrittenFile> files = parts().publish(all.files());
    long rows = files.stream().mapToLong(WrittenFile::rows).sum();
    return new Findings(all.rowsRead(), Map.of("rows", BigInteger.valueOf(rows)), null, files);
  }

  @Override
  public void abandon() {
    parts().abandon();
  }

  private void row(List<SortedRows> sides, int keyed, int[] from, int[] to, RowSink sink) {
    sides.get(keyed).feedKey(from[keyed], roles.key().type(), sink);
    for (int i = 0; i < TABLES; i++) {
      int rows = to[i] - from[i];
      if (rows > 1) {
        throw new TableException(
            "canonical table %s has %d rows of one key"
                .formatted(CanonicalTables.NAMES.get(i), rows),
            null);
      }
      if (rows == 1) {
        sides.get(i).feedCells(from[i], sink);
      } else {
        sink.nullCell();
      }
    }
    sink.endRow();
  }

  private ResultParts parts() {
    return new ResultParts(name(), result, CanonicalTables.joined(roles));
  }
}
