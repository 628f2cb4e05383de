package dev.plumbline.pipelines.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a table's columns and cells a report may say.
 *
 * @param shown whether names and values may be said as they are; else a column's place stands for
 *     its name, and a hash for a value
 * @param names the columns' names, in order
 */
public record ShownNames(boolean shown, List<String> names) {
  private static final int LONGEST = 1_000;

  /** Copies the names. */
  public ShownNames {
    names = List.copyOf(names);
  }

  /** A column's name, or {@code column_N}, counted from 1. */
  public String name(String column) {
    return shown ? column : "column_" + (names.indexOf(column) + 1);
  }

  /** The same of several columns. */
  public List<String> names(List<String> columns) {
    return columns.stream().map(this::name).toList();
  }

  /** A value, cut where it is very long, or its hash; null stays null. */
  public @Nullable String value(@Nullable String value) {
    if (value == null) {
      return null;
    }
    if (!shown) {
      return Hidden.hash(value);
    }
    int end =
        value.offsetByCodePoints(0, Math.min(LONGEST, value.codePointCount(0, value.length())));
    return end == value.length()
        ? value
        : "%s... (%,d characters)".formatted(value.substring(0, end), value.length());
  }
}
