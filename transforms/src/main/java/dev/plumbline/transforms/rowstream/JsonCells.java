package dev.plumbline.transforms.rowstream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.plumbline.parity.RowSink;
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

  void startRow() {
    column = 0;
    try {
      json.writeStartObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void nullCell() {
    try {
      key();
      json.writeNull();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void int64Cell(long value) {
    try {
      key();
      json.writeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jackson makes strings of those that JSON has no numbers for. */
  @Override
  public void doubleCell(double value) {
    try {
      key();
      json.writeNumber(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void booleanCell(boolean value) {
    try {
      key();
      json.writeBoolean(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void dateCell(int epochDay) {
    try {
      key();
      json.writeString(CellText.ofDay(epochDay, names.get(column - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void timestampCell(long epochMicros) {
    try {
      key();
      json.writeString(CellText.ofMicros(epochMicros, names.get(column - 1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void decimalCell(BigDecimal value) {
    try {
      key();
      json.writeString(value.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    try {
      key();
      json.writeUTF8String(utf8, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void endRow() {
    try {
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void key() throws IOException {
    json.writeFieldName(keys[column++]);
  }
}
