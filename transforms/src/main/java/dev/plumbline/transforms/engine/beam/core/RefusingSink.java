package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;

/** Takes no cell: whoever extends it says which it takes. */
abstract class RefusingSink implements RowSink {
  @Override
  public void nullCell() {
    throw refused("null");
  }

  @Override
  public void int64Cell(long value) {
    throw refused("int64");
  }

  @Override
  public void doubleCell(double value) {
    throw refused("double");
  }

  @Override
  public void booleanCell(boolean value) {
    throw refused("boolean");
  }

  @Override
  public void dateCell(int epochDay) {
    throw refused("date");
  }

  @Override
  public void timestampCell(long epochMicros) {
    throw refused("timestamp");
  }

  @Override
  public void decimalCell(BigDecimal value) {
    throw refused("decimal");
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    throw refused("string");
  }

  @Override
  public void endRow() {}

  private static IllegalStateException refused(String type) {
    return new IllegalStateException("A " + type + " cell comes where none is expected");
  }
}
