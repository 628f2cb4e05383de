package dev.plumbline.transforms.page;

import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;

/** Packs the rows that come in into the page that a {@link PageBuilder} is building. */
public class PackingSink implements RowSink {
  private final PageBuilder page;
  private int column;

  /** Adds to this page. */
  public PackingSink(PageBuilder page) {
    this.page = page;
  }

  @Override
  public void nullCell() {
    begin();
    page.addNull(column++);
  }

  @Override
  public void int64Cell(long value) {
    begin();
    page.addInt64(value);
    column++;
  }

  @Override
  public void doubleCell(double value) {
    begin();
    page.addDouble(value);
    column++;
  }

  @Override
  public void booleanCell(boolean value) {
    begin();
    page.addBoolean(value);
    column++;
  }

  @Override
  public void dateCell(int epochDay) {
    begin();
    page.addDate(epochDay);
    column++;
  }

  @Override
  public void timestampCell(long epochMicros) {
    begin();
    page.addTimestamp(epochMicros);
    column++;
  }

  @Override
  public void decimalCell(BigDecimal value) {
    begin();
    page.addDecimal(value);
    column++;
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    begin();
    page.addUtf8(utf8, offset, length);
    column++;
  }

  @Override
  public void endRow() {
    column = 0;
  }

  private void begin() {
    if (column == 0) {
      page.startRow();
    }
  }
}
