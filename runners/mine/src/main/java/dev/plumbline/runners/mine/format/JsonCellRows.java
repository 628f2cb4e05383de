package dev.plumbline.runners.mine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of cell objects per row: what {@code format=jsonrows} is. Cuts long texts off. */
public final class JsonCellRows extends JsonItems {

  private static final int LONGEST_TEXT = 200;

  private final List<Column> columns;

  /**
   * A column of the view.
   *
   * @param path the view
   * @param className class of the objects that the view is an attribute of
   * @param idCell which cell of a row is the id of the object
   */
  public record Column(String path, String className, int idCell) {}

  /** {@code columns} are the first cells of each row; those that only serve as ids follow. */
  public JsonCellRows(String header, List<Column> columns) {
    super(header);
    this.columns = List.copyOf(columns);
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    separate(out);
    if (!JsonCells.isWritable(cells)) {
      out.putAscii("null");
      return;
    }
    char before = '[';
    for (int i = 0; i < columns.size(); i++) {
      out.put(before);
      cell(columns.get(i), cells[i], cells[columns.get(i).idCell()], out);
      before = ',';
    }
    out.put(']');
  }

  private static void cell(
      Column column, @Nullable Object value, @Nullable Object id, ByteSink out) {
    if (id == null) {
      out.putAscii("{\"column\":null,\"value\":null,\"url\":null}");
      return;
    }
    out.putAscii("{\"column\":");
    JsonText.write(column.path(), out);
    out.putAscii(",\"id\":");
    JsonCells.write(id, out);
    out.putAscii(",\"value\":");
    JsonCells.write(value instanceof String text ? cut(text) : value, out);
    out.putAscii(",\"class\":");
    JsonText.write(column.className(), out);
    out.putAscii(",\"url\":\"/report.do?id=" + id + "\"}");
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
  }
}
