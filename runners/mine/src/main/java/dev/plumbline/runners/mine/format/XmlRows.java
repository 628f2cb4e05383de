package dev.plumbline.runners.mine.format;

import org.jspecify.annotations.Nullable;

/** A {@code ResultSet} of {@code Result}s of {@code i}s; null and the empty text are both empty. */
public final class XmlRows implements RowWriter {

  static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ResultSet >";

  private final String lineEnd;

  public XmlRows(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  @Override
  public void begin(ByteSink out) {
    out.putAscii(HEADER);
    out.putAscii(lineEnd);
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    out.putAscii("<Result>");
    for (Object cell : cells) {
      out.putAscii("<i>");
      XmlText.write(DelimitedRows.text(cell), out);
      out.putAscii("</i>");
    }
    out.putAscii("</Result>");
    out.putAscii(lineEnd);
  }

  @Override
  public void end(ByteSink out) {
    out.putAscii("</ResultSet>");
  }
}
