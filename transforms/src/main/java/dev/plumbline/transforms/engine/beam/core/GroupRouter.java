package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.analytics.Score;
import java.math.BigDecimal;
import java.util.List;

/**
 * Groups the rows that it takes, key, base and edge, as far as memory lets it, and routes the
 * groups of both sides to the partitions of their keys.
 */
final class GroupRouter extends KeyedSink implements RowRouter {
  /** About what the caches of a core hold: beyond that, grouping costs more than it spares. */
  private static final int MOST_GROUPS = 1 << 16;

  private static final int MOST_KEY_BYTES = 32 << 20;
  private static final double LIMIT = Double.parseDouble(Score.LIMIT);

  private static final int SIDES = 2;
  private static final int ROWS = 0; // of both sides
  private static final int FIRST_OF_SIDE = 1;
  private static final int NUMBERS = 0;
  private static final int HIGH = 1;
  private static final int LOW = 2;
  private static final int OUT_OF_RANGE = 3;
  private static final int SUMS_OF_SIDE = 4;

  private final Splitters.Finder finder;
  private final int nullPartition;
  private final PageRouter pages;
  private final GroupTable groups = new GroupTable(FIRST_OF_SIDE + SIDES * SUMS_OF_SIDE);
  private final Numbers numbers = new Numbers();
  private long routed;

  GroupRouter(Splitters splitters, RoutedPages out) {
    this.finder = splitters.finder();
    this.nullPartition = splitters.nullPartition();
    this.pages = new PageRouter(List.of(Group.SCHEMA, Group.SCHEMA), splitters.partitions(), out);
  }

  @Override
  public RowSink rows(int input, long firstRow) {
    return this;
  }

  @Override
  RowSink key(byte[] bytes, int offset, int length) {
    return row(groups.group(bytes, offset, length));
  }

  @Override
  RowSink nullKey() {
    return row(groups.nullGroup());
  }

  private RowSink row(int group) {
    groups.add(group, ROWS, 1);
    numbers.group = group;
    numbers.first = FIRST_OF_SIDE;
    return numbers;
  }

  @Override
  public void flush() {
    route();
    pages.flush();
  }

  private void route() {
    for (int group = 0; group < groups.groups(); group++) {
      int start = groups.keyStart(group);
      int length = groups.keyLength(group);
      int partition =
          groups.isNull(group) ? nullPartition : finder.partition(groups.keys(), start, length);
      for (int side = 0; side < SIDES; side++) {
        RowSink row = pages.row(side, partition, routed++);
        if (groups.isNull(group)) {
          row.nullCell();
        } else {
          row.stringCell(groups.keys(), start, length);
        }
        row.int64Cell(groups.sum(group, ROWS));
        for (int sum = 0; sum < SUMS_OF_SIDE; sum++) {
          long value = groups.sum(group, FIRST_OF_SIDE + side * SUMS_OF_SIDE + sum);
          if (value == 0) {
            row.nullCell(); // takes no room, and most are
          } else {
            row.int64Cell(value);
          }
        }
        row.endRow();
      }
    }
    groups.clear();
  }

  /** Adds the cells behind the key to their group, as far as they are numbers. */
  private final class Numbers extends RefusingSink {
    private int group;
    private int first;

    @Override
    public void nullCell() {
      first += SUMS_OF_SIDE;
    }

    @Override
    public void int64Cell(long value) {
      number((double) value);
    }

    @Override
    public void doubleCell(double value) {
      number(value);
    }

    @Override
    public void decimalCell(BigDecimal value) {
      number(value.doubleValue());
    }

    @Override
    public void stringCell(byte[] utf8, int offset, int length) {
      double number = NumberText.parse(utf8, offset, length);
      if (Double.isNaN(number)) {
        nullCell();
      } else {
        number(number);
      }
    }

    @Override
    public void booleanCell(boolean value) {
      nullCell();
    }

    @Override
    public void dateCell(int epochDay) {
      nullCell();
    }

    @Override
    public void timestampCell(long epochMicros) {
      nullCell();
    }

    @Override
    public void endRow() {
      if (groups.groups() >= MOST_GROUPS || groups.keyBytes() >= MOST_KEY_BYTES) {
        route();
      }
    }

    private void number(double value) {
      if (Math.abs(value) < LIMIT) {
        long thousandths = (long) Math.floor(value * 1000.0 + 0.5);
        groups.add(group, first + NUMBERS, 1);
        groups.add(group, first + HIGH, ThousandthsSum.high(thousandths));
        groups.add(group, first + LOW, ThousandthsSum.low(thousandths));
      } else {
        groups.add(group, first + OUT_OF_RANGE, 1);
      }
      first += SUMS_OF_SIDE;
    }
  }
}
