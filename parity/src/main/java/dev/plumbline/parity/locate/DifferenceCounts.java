package dev.plumbline.parity.locate;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts the rows that differ, and keeps the first of them by their key. */
final class DifferenceCounts {
  private final LocateSpec spec;
  private final TableSchema schema;
  private final int[] keyColumns;
  private final Map<String, Map<CellKind, Long>> cells = new LinkedHashMap<>();

  /** The last by key on top. */
  private final PriorityQueue<Found> first = new PriorityQueue<>(Collections.reverseOrder());

  private long missing;
  private long extra;
  private long differing;
  private long within;
  private boolean keyUnique = true;

  /** A row that differs, and what it is sorted by. */
  private record Found(List<@Nullable Object> key, int serial, RowDifference row)
      implements Comparable<Found> {
    @Override
    public int compareTo(Found other) {
      int byKey = CapturedRow.ORDER.compare(key, other.key);
      return byKey != 0 ? byKey : Integer.compare(serial, other.serial);
    }
  }

  private int serial;

  DifferenceCounts(LocateSpec spec, TableSchema schema) {
    this.spec = spec;
    this.schema = schema;
    this.keyColumns = spec.key().stream().mapToInt(schema::position).toArray();
  }

  void keyIsNotUnique() {
    keyUnique = false;
  }

  void oneSided(RowKind kind, CapturedRow row) {
    if (kind == RowKind.MISSING) {
      missing++;
    } else {
      extra++;
    }
    keep(row, new RowDifference(kind, keyText(row), List.of()));
  }

  void pair(CapturedRow left, CapturedRow right) {
    List<CellDifference> found = new ArrayList<>();
    boolean excused = true;
    for (int i = 0; i < schema.width(); i++) {
      Object l = left.cells().get(i);
      Object r = right.cells().get(i);
      if (l == null ? r != null : !l.equals(r)) {
        Column column = schema.column(i);
        CellKind kind = kind(column.name(), l, r);
        excused &= kind == CellKind.WITHIN_CONTRACT;
        cells
            .computeIfAbsent(column.name(), name -> new EnumMap<>(CellKind.class))
            .merge(kind, 1L, Long::sum);
        found.add(
            new CellDifference(
                column.name(),
                kind,
                CapturedRow.text(l, column.type()),
                CapturedRow.text(r, column.type())));
      }
    }
    if (excused) {
      within++;
    } else {
      differing++;
      keep(left, new RowDifference(RowKind.DIFFERS, keyText(left), found));
    }
  }

  private CellKind kind(String column, @Nullable Object left, @Nullable Object right) {
    return spec.contracts().stream()
            .anyMatch(c -> c.column().equals(column) && c.allows(left, right))
        ? CellKind.WITHIN_CONTRACT
        : CellKind.of(left, right);
  }

  private void keep(CapturedRow row, RowDifference difference) {
    first.add(new Found(row.key(keyColumns), serial++, difference));
    if (first.size() > spec.firstRows()) {
      first.remove();
    }
  }

  private List<@Nullable String> keyText(CapturedRow row) {
    List<@Nullable String> text = new ArrayList<>();
    for (int column : keyColumns) {
      text.add(CapturedRow.text(row.cells().get(column), schema.column(column).type()));
    }
    return text;
  }

  long rows() {
    return missing + extra + differing;
  }

  Difference build(@Nullable String incomplete) {
    return new Difference(
        spec.key(),
        keyUnique,
        missing,
        extra,
        differing,
        within,
        cells,
        first.stream().sorted().map(Found::row).toList(),
        spec.contracts(),
        spec.voided(),
        incomplete);
  }
}
