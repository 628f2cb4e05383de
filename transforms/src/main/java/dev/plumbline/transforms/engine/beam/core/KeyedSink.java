package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the first cell of each row as its key, and hands on the others. */
abstract class KeyedSink implements RowSink {
  private final byte[] scratch = new byte[Long.BYTES];
  private boolean atKey = true;
  private @Nullable RowSink rest;

  /**
   * A row begins with this key, in the form of {@link KeyForm}; the bytes may change behind this
   * call.
   *
   * @return what takes the row's other cells and its end; null where there are none
   */
  abstract @Nullable RowSink key(byte[] bytes, int offset, int length);

  /** A row begins whose key is null; returns what {@link #key} does. */
  abstract @Nullable RowSink nullKey();

  @Override
  public void nullCell() {
    if (atKey) {
      begin(nullKey());
    } else {
      rest().nullCell();
    }
  }

  @Override
  public void int64Cell(long value) {
    if (atKey) {
      int64Key(value);
    } else {
      rest().int64Cell(value);
    }
  }

  @Override
  public void doubleCell(double value) {
    if (atKey) {
      KeyForm.doubleBits(value, scratch);
      begin(key(scratch, 0, Long.BYTES));
    } else {
      rest().doubleCell(value);
    }
  }

  @Override
  public void booleanCell(boolean value) {
    if (atKey) {
      int64Key(value ? 1 : 0);
    } else {
      rest().booleanCell(value);
    }
  }

  @Override
  public void dateCell(int epochDay) {
    if (atKey) {
      int64Key(epochDay);
    } else {
      rest().dateCell(epochDay);
    }
  }

  @Override
  public void timestampCell(long epochMicros) {
    if (atKey) {
      int64Key(epochMicros);
    } else {
      rest().timestampCell(epochMicros);
    }
  }

  @Override
  public void decimalCell(BigDecimal value) {
    if (atKey) {
      byte[] bytes = DecimalKey.of(value);
      begin(key(bytes, 0, bytes.length));
    } else {
      rest().decimalCell(value);
    }
  }

  @Override
  public void stringCell(byte[] utf8, int offset, int length) {
    if (atKey) {
      begin(key(utf8, offset, length));
    } else {
      rest().stringCell(utf8, offset, length);
    }
  }

  @Override
  public void endRow() {
    if (rest != null) {
      rest.endRow();
    }
    atKey = true;
  }

  private void int64Key(long value) {
    KeyForm.int64(value, scratch);
    begin(key(scratch, 0, Long.BYTES));
  }

  private void begin(@Nullable RowSink others) {
    rest = others;
    atKey = false;
  }

  private RowSink rest() {
    return Objects.requireNonNull(rest, "a row has more cells than its key");
  }
}
