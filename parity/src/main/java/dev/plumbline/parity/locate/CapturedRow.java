package dev.plumbline.parity.locate;

import dev.plumbline.parity.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row with its values: Long for int64, date (days) and timestamp (microseconds), Double, Boolean,
 * BigDecimal, Utf8 for text, or null. Equal cells are equal objects.
 *
 * @param cells in the order of the schema
 */
record CapturedRow(List<@Nullable Object> cells) {
  CapturedRow {
    cells = Collections.unmodifiableList(cells);
  }

  /** The cells of these columns. */
  List<@Nullable Object> key(int[] columns) {
    List<@Nullable Object> key = new ArrayList<>(columns.length);
    for (int column : columns) {
      key.add(cells.get(column));
    }
    return key;
  }

  /** Cell by cell: text as unsigned bytes, all else by value, nulls last. */
  static final Comparator<List<@Nullable Object>> ORDER =
      (left, right) -> {
        for (int i = 0; i < left.size(); i++) {
          int order = compare(left.get(i), right.get(i));
          if (order != 0) {
            return order;
          }
        }
        return 0;
      };

  @SuppressWarnings({"unchecked", "rawtypes"}) // cells of one column are of one class
  private static int compare(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return Objects.equals(left, right) ? 0 : left == null ? 1 : -1;
    }
    return ((Comparable) left).compareTo(right);
  }

  /** A cell as text; null stays null. */
  static @Nullable String text(@Nullable Object cell, ColumnType type) {
    if (cell == null) {
      return null;
    }
    if (cell instanceof Long number) {
      return switch (type) {
        case DATE -> LocalDate.ofEpochDay(number).toString();
        case TIMESTAMP -> Instant.EPOCH.plus(number, ChronoUnit.MICROS).toString();
        case INT64, DOUBLE, BOOLEAN, DECIMAL, STRING -> number.toString();
      };
    }
    return cell.toString();
  }
}
