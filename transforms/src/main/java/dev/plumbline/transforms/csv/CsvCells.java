package dev.plumbline.transforms.csv;

import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.table.CellText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes records of cells: commas between them, a line end behind the last. */
final class CsvCells implements RowSink {
  private final List<String> names;
  private final CsvBuffer out;
  private int column;

  CsvCells(List<String> names, CsvBuffer out) {
    this.names = names;
    this.out = out;
  }

  /** The record of the columns' names. */
  void header() {
    for (String name : names) {
      byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
      stringCell(utf8, 0, utf8.length);
    }
    endRow();
  }

  @Override
  public void nullCell() {
    separate();
  }

  @Override
  public void int64Cell(long value) {
    separate();
    out.addInt64(value);
  }

  @Override
  public void doubleCell(double value) {
    separate();
    out.addDouble(value);
  }

  @Override
  public void booleanCell(boolean value) {
    separate();
    out.addBoolean(value);
  }

  @Override
  public void dateCell(int epochDay) {
    if (epochDay > CellText.LAST_DAY || epochDay < -CellText.LAST_DAY) {
      throw new IllegalArgumentException(
          "Cannot write column '%s' as CSV: day %d since 1970-01-01 is not within +-%d"
              .formatted(names.get(column), epochDay, CellText.LAST_DAY));
    }
    separate();
    out.addDate(epochDay);
  }

  @Override
  public void timestampCell(long epochMicros) {
    String text = CellText.ofMicros(epochMicros, names.get(column));
    separate();
    out.addAscii(text);
  }

  @Override
  public void decimalCell(BigDecimal value) {
    separate();
    out.addAscii(value.toString());
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    separate();
    out.addText(utf8, offset, length);
  }

  @Override
  public void endRow() {
    out.add((byte) '\n');
    column = 0;
  }

  private void separate() {
    if (column++ > 0) {
      out.add((byte) ',');
    }
  }
}
