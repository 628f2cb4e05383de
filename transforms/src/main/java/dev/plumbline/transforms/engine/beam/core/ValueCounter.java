package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.scan.ScanFigures;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Counts the values of each column, and the bytes of those that are text. Not thread-safe. */
final class ValueCounter implements RowSink {
  private final TableSchema schema;
  private final long[] values;
  private final long[] bytes;
  private int column;

  ValueCounter(TableSchema schema) {
    this.schema = schema;
    this.values = new long[schema.width()];
    this.bytes = new long[schema.width()];
  }

  /** The counts by their names. */
  Map<String, BigInteger> figures() {
    Map<String, BigInteger> figures = new HashMap<>();
    for (int i = 0; i < schema.width(); i++) {
      Column of = schema.column(i);
      figures.put(ScanFigures.nonNull(of), BigInteger.valueOf(values[i]));
      if (of.type() == ColumnType.STRING) {
        figures.put(ScanFigures.bytes(of), BigInteger.valueOf(bytes[i]));
      }
    }
    return figures;
  }

  @Override
  public void nullCell() {
    column++;
  }

  @Override
  public void int64Cell(long value) {
    values[column++]++;
  }

  @Override
  public void doubleCell(double value) {
    values[column++]++;
  }

  @Override
  public void booleanCell(boolean value) {
    values[column++]++;
  }

  @Override
  public void dateCell(int epochDay) {
    values[column++]++;
  }

  @Override
  public void timestampCell(long epochMicros) {
    values[column++]++;
  }

  @Override
  public void decimalCell(BigDecimal value) {
    values[column++]++;
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    bytes[column] += length;
    values[column++]++;
  }

  @Override
  public void endRow() {
    column = 0;
  }
}
