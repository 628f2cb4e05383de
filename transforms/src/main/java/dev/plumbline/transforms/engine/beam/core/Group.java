package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import java.util.Arrays;
import java.util.List;

/**
 * A group of one side, as it is routed: its key and what its rows so far add up to. What is added
 * up comes in as cells, and reads as the sums of all of them.
 */
final class Group extends RefusingSink {
  /** The columns of a routed group. */
  static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("key", ColumnType.STRING),
              new Column("rows", ColumnType.INT64),
              new Column("numbers", ColumnType.INT64),
              new Column("high", ColumnType.INT64),
              new Column("low", ColumnType.INT64),
              new Column("out_of_range", ColumnType.INT64)));

  private static final int ROWS = 0;
  private static final int NUMBERS = 1;
  private static final int HIGH = 2;
  private static final int LOW = 3;
  private static final int OUT_OF_RANGE = 4;

  private final long[] sums = new long[SCHEMA.width() - 1];
  private int column;

  /** Takes up these rows of a side, instead of any others. */
  void of(SortedRows side, int from, int to) {
    Arrays.fill(sums, 0);
    for (int row = from; row < to; row++) {
      column = 0;
      side.feedCells(row, this);
    }
  }

  @Override
  public void nullCell() {
    column++; // a zero
  }

  @Override
  public void int64Cell(long value) {
    sums[column++] += value;
  }

  /** Whether the side has such rows. */
  boolean present() {
    return sums[ROWS] > 0;
  }

  long rows() {
    return sums[ROWS];
  }

  long outOfRange() {
    return sums[OUT_OF_RANGE];
  }

  boolean hasAverage() {
    return sums[NUMBERS] > 0;
  }

  /** Whether the sum of thousandths is beyond int64. */
  boolean overflows() {
    return !ThousandthsSum.fits(sums[HIGH], sums[LOW]);
  }

  /** The average, if there is one. */
  double average() {
    return ThousandthsSum.value(sums[HIGH], sums[LOW]) / (sums[NUMBERS] * 1000.0);
  }
}
