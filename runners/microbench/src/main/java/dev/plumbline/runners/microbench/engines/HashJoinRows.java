package dev.plumbline.runners.microbench.engines;

import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of one canonical table, in two halves by their keys; those without a key are apart. */
final class HashJoinRows implements RowSink {
  private final int table;
  private final HashJoinKey middle;
  private final List<List<Entry>> halves = List.of(new ArrayList<>(), new ArrayList<>());
  private final List<Entry> keyless = new ArrayList<>();
  private @Nullable HashJoinKey key;
  private @Nullable Object value;
  private int column;

  HashJoinRows(int table, HashJoinKey middle) {
    this.table = table;
    this.middle = middle;
  }

  /** A key, if there is one, and its value: bytes of UTF-8, a Double, a Long or null. */
  record Entry(@Nullable HashJoinKey key, @Nullable Object value) {}

  int table() {
    return table;
  }

  List<Entry> half(int number) {
    return halves.get(number);
  }

  List<Entry> keyless() {
    return keyless;
  }

  /** The first row's key. */
  HashJoinKey firstKey() {
    HashJoinKey first = halves.get(1).get(0).key();
    if (first == null) {
      throw new IllegalStateException("a row without a key is among those with one");
    }
    return first;
  }

  @Override
  public void nullCell() {
    column++;
  }

  @Override
  public void int64Cell(long cell) {
    value = cell;
    column++;
  }

  @Override
  public void doubleCell(double cell) {
    value = cell;
    column++;
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    byte[] bytes = Arrays.copyOfRange(utf8, offset, offset + length);
    if (column++ == 0) {
      key = new HashJoinKey(bytes);
    } else {
      value = bytes;
    }
  }

  @Override
  public void endRow() {
    Entry entry = new Entry(key, value);
    if (key == null) {
      keyless.add(entry);
    } else {
      halves.get(key.compareTo(middle) < 0 ? 0 : 1).add(entry);
    }
    key = null;
    value = null;
    column = 0;
  }

  @Override
  public void booleanCell(boolean cell) {
    throw new IllegalStateException("no column is a boolean");
  }

  @Override
  public void dateCell(int epochDay) {
    throw new IllegalStateException("no column is a date");
  }

  @Override
  public void timestampCell(long epochMicros) {
    throw new IllegalStateException("no column is a timestamp");
  }

  @Override
  public void decimalCell(BigDecimal cell) {
    throw new IllegalStateException("no column is a decimal");
  }
}
