package dev.plumbline.parity.read;

import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;

/** Takes rows and does nothing, but for what a test overrides. */
class RowCheck implements RowSink {
  @Override
  public void nullCell() {}

  @Override
  public void int64Cell(long value) {}

  @Override
  public void doubleCell(double value) {}

  @Override
  public void booleanCell(boolean value) {}

  @Override
  public void dateCell(int epochDay) {}

  @Override
  public void timestampCell(long epochMicros) {}

  @Override
  public void decimalCell(BigDecimal value) {}

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {}

  @Override
  public void endRow() {}
}
