package dev.plumbline.runners.mine.format;

import org.jspecify.annotations.Nullable;

/** A JSON array per row: what {@code format=json} is. */
public final class JsonArrayRows extends JsonItems {

  /** {@code header} ends in {@code "results":[} and a line feed. */
  public JsonArrayRows(String header) {
    super(header);
  }

  @Override
  public void row(@Nullable Object[] cells, ByteSink out) {
    separate(out);
    write(cells, out);
  }

  /** Appends one row, {@code null} if one of its cells cannot be written. */
  public static void write(@Nullable Object[] cells, ByteSink out) {
    if (!JsonCells.isWritable(cells)) {
      out.putAscii("null");
      return;
    }
    char before = '[';
    for (Object value : cells) {
      out.put(before);
      JsonCells.write(value, out);
      before = ',';
    }
    out.put(']');
  }
}
