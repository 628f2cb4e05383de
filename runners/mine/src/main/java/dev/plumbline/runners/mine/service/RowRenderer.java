package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ByteSink;
import dev.plumbline.runners.mine.format.JsonArrayRows;
import dev.plumbline.runners.mine.query.run.SelectedRows;
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
      JsonArrayRows.write(row, out);
      out.putAscii(",\n");
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
}
