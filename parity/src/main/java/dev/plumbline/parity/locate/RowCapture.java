package dev.plumbline.parity.locate;

import dev.plumbline.parity.HashedRow;
import dev.plumbline.parity.RowHasher;
import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows and keeps, with their values, those that are wanted. */
final class RowCapture implements RowSink {
  private final Predicate<HashedRow> wanted;
  private final RowHasher hasher;
  private final @Nullable Object[] cells;

  /** Where the bytes of this row's texts lie until it ends. */
  private final int[] offsets;

  private final int[] lengths;
  private final List<CapturedRow> rows = new ArrayList<>();
  private int column;

  RowCapture(TableSchema schema, Predicate<HashedRow> wanted) {
    this.wanted = wanted;
    this.hasher = new RowHasher(schema, this::row);
    this.cells = new Object[schema.width()];
    this.offsets = new int[schema.width()];
    this.lengths = new int[schema.width()];
  }

  List<CapturedRow> rows() {
    return rows;
  }

  private void row(HashedRow row) {
    if (wanted.test(row)) {
      @Nullable Object[] kept = cells.clone();
      for (int i = 0; i < kept.length; i++) {
        if (kept[i] instanceof byte[] text) {
          kept[i] = Utf8.copyOf(text, offsets[i], lengths[i]);
        }
      }
      rows.add(new CapturedRow(Arrays.asList(kept)));
    }
  }

  @Override
  public void nullCell() {
    hasher.nullCell();
    cells[column++] = null;
  }

  @Override
  public void int64Cell(long value) {
    hasher.int64Cell(value);
    cells[column++] = value;
  }

  @Override
  public void doubleCell(double value) {
    hasher.doubleCell(value);
    cells[column++] = value == 0.0 ? 0.0 : value;
  }

  @Override
  public void booleanCell(boolean value) {
    hasher.booleanCell(value);
    cells[column++] = value;
  }

  @Override
  public void dateCell(int epochDay) {
    hasher.dateCell(epochDay);
    cells[column++] = (long) epochDay;
  }

  @Override
  public void timestampCell(long epochMicros) {
    hasher.timestampCell(epochMicros);
    cells[column++] = epochMicros;
  }

  @Override
  public void decimalCell(BigDecimal value) {
    hasher.decimalCell(value);
    cells[column++] = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    hasher.stringCell(utf8, offset, length);
    offsets[column] = offset;
    lengths[column] = length;
    cells[column++] = utf8;
  }

  @Override
  public void endRow() {
    hasher.endRow();
    column = 0;
  }
}
