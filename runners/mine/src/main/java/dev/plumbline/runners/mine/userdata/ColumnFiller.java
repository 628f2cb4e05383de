package dev.plumbline.runners.mine.userdata;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The second reading of a file: puts its values into columns. */
final class ColumnFiller implements CellSink {

  private final List<StoredColumn> columns;
  private final int rows;
  private int row;

  private ColumnFiller(List<StoredColumn> columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The file's columns, of the size and types that a survey found. */
  static List<? extends UserColumn> fill(SourceRows source, Survey survey) throws IOException {
    int rows = survey.rows();
    List<StoredColumn> columns = survey.columns().stream().map(c -> c.column(rows)).toList();
    ColumnFiller filler = new ColumnFiller(columns, rows);
    source.read(filler);
    if (filler.row != rows) {
      throw filler.changed();
    }
    columns.forEach(StoredColumn::seal);
    return columns;
  }

  @Override
  public void cell(int column, @Nullable String text, Spelling spelling) {
    if (row == rows) {
      throw changed();
    }
    columns.get(column).put(row, text);
  }

  @Override
  public void endRow() {
    row++;
  }

  private UserDataRefused changed() {
    return new UserDataRefused(
        "it changed while it was read: %d rows at first, then another number".formatted(rows));
  }
}
