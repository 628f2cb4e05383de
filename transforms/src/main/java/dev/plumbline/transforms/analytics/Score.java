package dev.plumbline.transforms.analytics;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.util.ArrayList;
import java.util.List;

/**
 * The relation that join writes and analytics sums up: base and edge (the first edge column)
 * grouped by key, the two joined in full, with a score. Columns {@code key}, {@code base_rows},
 * {@code edge_rows}, {@code base_avg}, {@code edge_avg}, {@code score}; sorted by key in UTF-8 byte
 * order (numbers by value), null keys last, the base side's before the edge side's.
 *
 * <ul>
 *   <li>Null keys never join: the null group of each side stays a row of its own. A side that a row
 *       lacks is null in it.
 *   <li>A cell is a number if its type is one (of a decimal, the nearest double), or if it is a
 *       text of the form {@link #NUMBER}, whole. A number x with |x| not below {@link #LIMIT}
 *       (infinities and NaN, too) counts as null, and is counted.
 *   <li>All sums are sums of integers, so that neither order nor threads change them: a number
 *       counts as {@code floor(x * 1000 + 0.5)}. A group's sum is an int64; one beyond is an error.
 *   <li>An average is the sum divided once by {@code count * 1000.0}; of no numbers it is null.
 *   <li>{@code score = coalesce(base_avg, 0) + coalesce(edge_avg, 0)}.
 * </ul>
 *
 * <p>Analytics sums up {@code key_count} (rows of the relation), {@code base_rows_sum}, {@code
 * edge_rows_sum} and {@code score_sum}, which is the sum of {@code floor(score * 1e6 + 0.5)} as an
 * integer of any size; {@link ResultHash} of these is its result hash. {@code numbers_out_of_range}
 * is how many numbers counted as null for their size, in both columns: the join counts them.
 *
 * <p>A table without rows has no such relation: join and analytics fail, and write nothing. {@link
 * dev.plumbline.transforms.parquet.CheckedTable} says which tables fail, too.
 */
public final class Score {
  /** Numbers of this size and beyond count as null: a thousandfold stays an exact double. */
  public static final String LIMIT = "9e12";

  /** A number as text: in plain or scientific notation, and no more. */
  public static final String NUMBER = "[+-]?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?";

  /** The relation's columns, in order. */
  public static final List<String> COLUMNS =
      List.of("key", "base_rows", "edge_rows", "base_avg", "edge_avg", "score");

  private static final List<ColumnType> NUMBERS =
      List.of(
          ColumnType.INT64,
          ColumnType.INT64,
          ColumnType.DOUBLE,
          ColumnType.DOUBLE,
          ColumnType.DOUBLE);

  private Score() {}

  /** The relation's columns with their types: the key has that of the source's. */
  public static TableSchema relation(Roles roles) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(COLUMNS.get(0), roles.key().type()));
    for (ColumnType type : NUMBERS) {
      columns.add(new Column(COLUMNS.get(columns.size()), type));
    }
    return new TableSchema(columns);
  }
}
