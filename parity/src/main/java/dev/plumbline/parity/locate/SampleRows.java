package dev.plumbline.parity.locate;

import dev.plumbline.parity.Hash128;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleDigest;
import dev.plumbline.parity.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a sample with their values, read once more. */
public final class SampleRows {
  private SampleRows() {}

  /**
   * Reads them.
   *
   * @param table the table that the sample is of
   * @return column to value as text, null where null; in the sample's order
   */
  public static List<Map<String, @Nullable String>> of(ReadableTable table, SampleDigest sample) {
    Set<Hash128> wanted = new HashSet<>(sample.rows());
    List<Hash128> met = new ArrayList<>();
    RowCapture capture =
        new RowCapture(
            table.schema(),
            row -> {
              Hash128 hash = new Hash128(row.rowHigh(), row.rowLow());
              return wanted.remove(hash) && met.add(hash);
            });
    table.read(capture);
    Map<Hash128, CapturedRow> found = new HashMap<>();
    for (int i = 0; i < met.size(); i++) {
      found.put(met.get(i), capture.rows().get(i));
    }
    List<Map<String, @Nullable String>> rows = new ArrayList<>();
    for (Hash128 hash : sample.rows()) {
      CapturedRow row = found.get(hash);
      if (row != null) {
        rows.add(text(table.schema(), row));
      }
    }
    return rows;
  }

  private static Map<String, @Nullable String> text(TableSchema schema, CapturedRow row) {
    Map<String, @Nullable String> text = new LinkedHashMap<>();
    for (int i = 0; i < schema.width(); i++) {
      text.put(
          schema.column(i).name(), CapturedRow.text(row.cells().get(i), schema.column(i).type()));
    }
    return text;
  }
}
