package dev.plumbline.runners.microbench.engines;

import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.join.CanonicalTables;
import dev.plumbline.transforms.parquet.ParquetRowWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The joined rows of one half; the second half has the rows without a key, too. */
final class HashJoinTable {
  private static final int TABLES = CanonicalTables.NAMES.size();

  private final Map<HashJoinKey, @Nullable Object[]> joined = new HashMap<>();
  private final List<@Nullable Object[]> keyless = new ArrayList<>();

  HashJoinTable(int half, List<HashJoinRows> read) {
    for (HashJoinRows rows : read) {
      for (HashJoinRows.Entry entry : rows.half(half)) {
        joined.computeIfAbsent(entry.key(), k -> new Object[TABLES])[rows.table()] = entry.value();
      }
    }
    if (half == 1) {
      read.stream()
          .sorted(Comparator.comparingInt(HashJoinRows::table))
          .forEach(rows -> rows.keyless().forEach(entry -> addKeyless(rows.table(), entry)));
    }
  }

  private void addKeyless(int table, HashJoinRows.Entry entry) {
    @Nullable Object[] values = new Object[TABLES];
    values[table] = entry.value();
    keyless.add(values);
  }

  /** Writes the rows, sorted. */
  void write(ParquetRowWriter writer) throws IOException {
    List<Map.Entry<HashJoinKey, @Nullable Object[]>> sorted = new ArrayList<>(joined.entrySet());
    sorted.sort(Map.Entry.comparingByKey());
    for (Map.Entry<HashJoinKey, @Nullable Object[]> row : sorted) {
      writer.write(sink -> feed(row.getKey().utf8(), row.getValue(), sink));
    }
    for (@Nullable Object[] row : keyless) {
      writer.write(sink -> feed(null, row, sink));
    }
  }

  private static void feed(@Nullable Object key, @Nullable Object[] values, RowSink sink) {
    feed(key, sink);
    for (Object value : values) {
      feed(value, sink);
    }
    sink.endRow();
  }

  private static void feed(@Nullable Object cell, RowSink sink) {
    if (cell == null) {
      sink.nullCell();
    } else if (cell instanceof byte[] utf8) {
      sink.stringCell(utf8, 0, utf8.length);
    } else if (cell instanceof Double number) {
      sink.doubleCell(number);
    } else if (cell instanceof Long number) {
      sink.int64Cell(number);
    } else {
      throw new IllegalStateException("a cell is of " + cell.getClass());
    }
  }
}
