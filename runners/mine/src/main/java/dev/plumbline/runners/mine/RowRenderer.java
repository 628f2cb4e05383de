package dev.plumbline.runners.mine;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes rows as lines of a JSON array: {@code [..],} and a line feed, also after the last one. */
final class RowRenderer {

  /** What follows the last row's bracket and is left out at the end of a page. */
  static final int SEPARATOR_BYTES = 2;

  private static final int TYPICAL_ROW_BYTES = 256;
  private static final int SAMPLE_ROWS = 256;

  private final SelectedRows rows;

  RowRenderer(SelectedRows rows) {
    this.rows = rows;
  }

  /** Appends {@code count} rows; {@code offsets} gets where each begins, and the end. */
  ByteSink render(long from, int count, int[] offsets) {
    ByteSink out = new ByteSink(count * TYPICAL_ROW_BYTES);
    @Nullable Object[] row = new @Nullable Object[rows.width()];
    for (int i = 0; i < count; i++) {
      offsets[i] = out.size();
      rows.read(from + i, row);
      write(row, out);
    }
    offsets[count] = out.size();
    return out;
  }

  /** The mean size of a row, by a sample spread over the whole result; 0 for an empty one. */
  double meanRowBytes() {
    int sample = (int) Math.min(SAMPLE_ROWS, rows.count());
    return IntStream.range(0, sample)
        .mapToLong(i -> rows.count() * i / sample)
        .mapToInt(position -> render(position, 1, new int[2]).size())
        .average()
        .orElse(0);
  }

  private static void write(@Nullable Object[] row, ByteSink out) {
    if (!isWritable(row)) {
      out.putAscii("null,\n");
      return;
    }
    char before = '[';
    for (Object value : row) {
      out.put(before);
      write(value, out);
      before = ',';
    }
    out.putAscii("],\n");
  }

  /** One number that JSON cannot write turns the whole row into {@code null}. */
  private static boolean isWritable(@Nullable Object[] row) {
    for (Object value : row) {
      if (value instanceof Double number && !Double.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  private static void write(@Nullable Object value, ByteSink out) {
    if (value == null) {
      out.putAscii("null");
    } else if (value instanceof String text) {
      JsonText.write(text, out);
    } else if (value instanceof Number number) {
      out.putAscii(JsonNumbers.text(number));
    } else if (value instanceof Boolean flag) {
      out.putAscii(flag.toString());
    } else {
      JsonText.write(value.toString(), out);
    }
  }

  /** Renders texts as a JSON array. */
  static void writeTexts(List<String> texts, ByteSink out) {
    char before = '[';
    for (String text : texts) {
      out.put(before);
      JsonText.write(text, out);
      before = ',';
    }
    out.put(']');
  }
}
