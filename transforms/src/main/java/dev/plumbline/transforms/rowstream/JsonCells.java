package dev.plumbline.transforms.rowstream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.RowSink;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.CellText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/**
 * Makes an object of each row's cells. What the disk says comes out as {@link
 * UncheckedIOException}.
 */
final class JsonCells implements RowSink {
  private final List<String> names;
  private final SerializableString[] keys;
  private final JsonGenerator json;
  private int column;

  JsonCells(List<String> names, JsonGenerator json) {
    this.names = names;
    this.keys = names.stream().map(SerializedString::new).toArray(SerializableString[]::new);
    this.json = json;
  }

  /** What Jackson does, and what it throws. */
  private interface Step {
    void run() throws IOException;
  }

  void startRow() {
    column = 0;
    write(json::writeStartObject);
  }

  @Override
  public void nullCell() {
    cell(json::writeNull);
  }

  @Override
  public void int64Cell(long value) {
    cell(() -> json.writeNumber(value));
  }

  /** Jackson makes strings of those that JSON has no numbers for. */
  @Override
  public void doubleCell(double value) {
    cell(() -> json.writeNumber(value));
  }

  @Override
  public void booleanCell(boolean value) {
    cell(() -> json.writeBoolean(value));
  }

  @Override
  public void dateCell(int epochDay) {
    String day = CellText.ofDay(epochDay, names.get(column));
    cell(() -> json.writeString(day));
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
    cell(() -> json.writeUTF8String(utf8, offset, length));
  }

  @Override
  public void endRow() {
    write(
        () -> {
          json.writeEndObject();
          json.writeRaw('\n');
        });
  }

  private void cell(Step value) {
    write(
        () -> {
          json.writeFieldName(keys[column]);
          value.run();
        });
    column++;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
