package dev.plumbline.runners.mine.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flat files: rows of cells with something between them, and no trailer. */
public final class DelimitedRows implements RowWriter {

  /** What stands between cells, and which of them are quoted. */
  private enum Style {
    /** Every cell is quoted, numbers too. */
    CSV(','),
    /** Only what has a tab in it, or nothing. */
    TSV('\t'),
    /** Nothing is. */
    TEXT(',');

    private final char delimiter;

    Style(char delimiter) {
      this.delimiter = delimiter;
    }

    boolean quotes(String text) {
      return switch (this) {
        case CSV -> true;
        case TSV -> text.isEmpty() || text.indexOf('\t') >= 0;
        case TEXT -> false;
      };
    }
  }

  private final Style style;
  private final List<String> headers;
  private final String lineEnd;

  private DelimitedRows(Style style, List<String> headers, String lineEnd) {
    this.style = style;
    this.headers = List.copyOf(headers);
    this.lineEnd = lineEnd;
  }

  /** Comma separated; {@code headers} are the first line, none if there are none. */
  public static RowWriter csv(List<String> headers, String lineEnd) {
    return new DelimitedRows(Style.CSV, headers, lineEnd);
  }

  /** Tab separated; a line feed in a cell is written as it is and so splits the record. */
  public static RowWriter tsv(List<String> headers, String lineEnd) {
    return new DelimitedRows(Style.TSV, headers, lineEnd);
  }

  /** Plain text: cells joined by commas, whatever is in them. */
  public static RowWriter text(String lineEnd) {
    return new DelimitedRows(Style.TEXT, List.of(), lineEnd);
  }

  @Override
  public void begin(ByteSink out) {
    if (!headers.isEmpty()) {
      row(headers.toArray(), out);
    }
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.put(style.delimiter);
      }
      cell(text(cells[i]), out);
    }
    out.putAscii(lineEnd);
  }

  @Override
  public void end(ByteSink out) {}

  private void cell(String text, ByteSink out) {
    if (style.quotes(text)) {
      out.put('"');
      out.putText(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""));
      out.put('"');
    } else {
      out.putText(text);
    }
  }

  /** A cell's value as text: as Java writes it, nothing for null. */
  static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
