package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as cells in memory: text as UTF-16, as a parser has it. */
final class CellRows implements RowSink {
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private final List<@Nullable Object> row = new ArrayList<>();

  /** Packs all rows, in order. */
  void packInto(PageBuilder page) {
    for (@Nullable Object[] cells : rows) {
      page.startRow();
      for (int i = 0; i < cells.length; i++) {
        Object cell = cells[i];
        if (cell == null) {
          page.addNull(i);
        } else if (cell instanceof char[] text) {
          page.addString(text, 0, text.length);
        } else if (cell instanceof Long number) {
          page.addInt64(number);
        } else if (cell instanceof Double number) {
          page.addDouble(number);
        } else if (cell instanceof Integer epochDay) {
          page.addDate(epochDay);
        } else {
          page.addBoolean((Boolean) cell);
        }
      }
    }
  }

  @Override
  public void nullCell() {
    row.add(null);
  }

  @Override
  public void int64Cell(long value) {
    row.add(value);
  }

  @Override
  public void doubleCell(double value) {
    row.add(value);
  }

  @Override
  public void booleanCell(boolean value) {
    row.add(value);
  }

  @Override
  public void dateCell(int epochDay) {
    row.add(epochDay);
  }

  @Override
  public void timestampCell(long epochMicros) {
    throw PackedPage.notHeld(ColumnType.TIMESTAMP);
  }

  @Override
  public void decimalCell(BigDecimal value) {
    throw PackedPage.notHeld(ColumnType.DECIMAL);
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    row.add(new String(utf8, offset, length, StandardCharsets.UTF_8).toCharArray());
  }

  @Override
  public void endRow() {
    rows.add(row.toArray());
    row.clear();
  }
}
