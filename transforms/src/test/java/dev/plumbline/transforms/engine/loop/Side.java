package dev.plumbline.transforms.engine.loop;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.analytics.Score;
import dev.plumbline.transforms.table.TableException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** One side of one key's group. */
final class Side {
  private static final double LIMIT = Double.parseDouble(Score.LIMIT);
  private static final Pattern NUMBER = Pattern.compile(Score.NUMBER);

  private final String doing;
  private final Column column;
  private long rows;
  private long numbers;
  private long outOfRange;
  private BigInteger thousandths = BigInteger.ZERO;

  Side(String doing, Column column) {
    this.doing = doing;
    this.column = column;
  }

  void add(Object cell) {
    rows++;
    Double number = number(cell);
    if (number != null && Math.abs(number) < LIMIT) {
      numbers++;
      long scaled = (long) Math.floor(number * 1000 + 0.5);
      thousandths = thousandths.add(BigInteger.valueOf(scaled));
    } else if (number != null) {
      outOfRange++;
    }
  }

  private Double number(Object cell) {
    if (cell instanceof Text text) {
      String number = text.toString();
      return NUMBER.matcher(number).matches() ? Double.valueOf(number) : null;
    }
    if (cell instanceof Double value) {
      return value;
    }
    if (cell instanceof BigDecimal value) {
      return value.doubleValue();
    }
    return cell instanceof Long value && column.type() == ColumnType.INT64
        ? Double.valueOf(value)
        : null;
  }

  long rows() {
    return rows;
  }

  long outOfRange() {
    return outOfRange;
  }

  /** Null where the side has no row. */
  Long rowsOrNull() {
    return rows == 0 ? null : Long.valueOf(rows);
  }

  /** Null where there was no number. */
  Double average() {
    if (thousandths.bitLength() > 63) {
      throw new TableException(
          "%s: the sum of the thousandths of '%s' overflows int64".formatted(doing, column.name()),
          null);
    }
    return numbers == 0 ? null : Double.valueOf(thousandths.longValue() / (numbers * 1000.0));
  }

  double averageOrZero() {
    Double average = average();
    return average == null ? 0 : average;
  }
}
