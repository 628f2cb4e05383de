package dev.plumbline.transforms.rowstream;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PageBuilder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The cells of one row, which may come in any order, until it is packed. */
final class RowSlots {
  private enum State {
    MISSING,
    NULL,
    VALUE
  }

  private final List<String> names;
  private final ColumnType[] types;
  private final State[] states;

  /** The value: a number's bits; of a text where it begins. */
  private final long[] values;

  private final int[] lengths;
  private final BigDecimal[] decimals;
  private char[] texts = new char[1 << 10];
  private int textsEnd;

  RowSlots(TableSchema schema) {
    this.names = schema.names();
    this.types = schema.columns().stream().map(Column::type).toArray(ColumnType[]::new);
    this.states = new State[types.length];
    this.values = new long[types.length];
    this.lengths = new int[types.length];
    this.decimals = new BigDecimal[types.length];
    clear();
  }

  void clear() {
    Arrays.fill(states, State.MISSING);
    textsEnd = 0;
  }

  boolean isMissing(int column) {
    return states[column] == State.MISSING;
  }

  void setNull(int column) {
    states[column] = State.NULL;
  }

  /** An int64, a boolean as 1 or 0, a date, or a timestamp. */
  void setLong(int column, long value) {
    states[column] = State.VALUE;
    values[column] = value;
  }

  void setDouble(int column, double value) {
    setLong(column, Double.doubleToRawLongBits(value));
  }

  void setDecimal(int column, BigDecimal value) {
    states[column] = State.VALUE;
    decimals[column] = value;
  }

  void setText(int column, char[] text, int offset, int length) {
    if (texts.length - textsEnd < length) {
      texts = Arrays.copyOf(texts, Math.max(textsEnd + length, 2 * texts.length));
    }
    System.arraycopy(text, offset, texts, textsEnd, length);
    setLong(column, textsEnd);
    lengths[column] = length;
    textsEnd += length;
  }

  /**
   * Adds the row to a page; what is missing as null.
   *
   * @throws LineException if a text is none
   */
  void pack(PageBuilder page) {
    page.startRow();
    for (int i = 0; i < types.length; i++) {
      if (states[i] == State.VALUE) {
        value(i, page);
      } else {
        page.addNull(i);
      }
    }
  }

  private void value(int column, PageBuilder page) {
    long value = values[column];
    switch (types[column]) {
      case INT64 -> page.addInt64(value);
      case DOUBLE -> page.addDouble(Double.longBitsToDouble(value));
      case BOOLEAN -> page.addBoolean(value != 0);
      case DATE -> page.addDate((int) value);
      case STRING -> {
        int lone = page.addString(texts, (int) value, lengths[column]);
        if (lone >= 0) {
          throw new LineException(
              "'%s' holds a lone surrogate at character %d, which is no text"
                  .formatted(names.get(column), lone));
        }
      }
      case TIMESTAMP -> page.addTimestamp(value);
      case DECIMAL -> page.addDecimal(decimals[column]);
    }
  }
}
