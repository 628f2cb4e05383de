package dev.plumbline.transforms.scan;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.util.List;

/**
 * What a scan finds out, by reading every value of every column once: for each column the number of
 * its values ({@code NAME.non_null}), and for each text column their bytes of UTF-8 ({@code
 * NAME.bytes}), which cannot be had from the files' statistics. An engine that would take the
 * counts from there is told to read. A scan that finds no row fails: a quick nothing is no result.
 */
public final class ScanFigures {
  private ScanFigures() {}

  /** The name of a column's count of values. */
  public static String nonNull(Column column) {
    return column.name() + ".non_null";
  }

  /** The name of a text column's sum of bytes. */
  public static String bytes(Column column) {
    return column.name() + ".bytes";
  }

  /** All names, in the order of the columns. */
  public static List<String> names(TableSchema schema) {
    return schema.columns().stream()
        .flatMap(
            column ->
                column.type() == ColumnType.STRING
                    ? List.of(nonNull(column), bytes(column)).stream()
                    : List.of(nonNull(column)).stream())
        .toList();
  }
}
