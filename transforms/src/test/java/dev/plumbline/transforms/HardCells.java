package dev.plumbline.transforms;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.table.CellText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Cells that text files easily spoil. */
public final class HardCells {
  /** One column of each type that a page holds, and one text more. */
  public static final ExportSchema SCHEMA =
      Tables.export(
          ColumnType.STRING,
          ColumnType.INT64,
          ColumnType.DOUBLE,
          ColumnType.BOOLEAN,
          ColumnType.DATE,
          ColumnType.STRING);

  /** Cells that no mine has. */
  public static final TableSchema TIMES_AND_DECIMALS =
      new TableSchema(
          List.of(new Column("time", ColumnType.TIMESTAMP), new Column("sum", ColumnType.DECIMAL)));

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\"",
          "\"\"",
          "a\"b",
          ",",
          "\n",
          "\r\n",
          "\r",
          "a\rb",
          "\t",
          " a ",
          "\u0000",
          "a\u0000b",
          "\u0001\u001f\u007f\u0080\u009f",
          "\b\f",
          "ümlaut",
          "漢字",
          "\uD83C\uDF3E wheat",
          "\uDBFF\uDFFF",
          "\uFFFF",
          "\uFEFFmark",
          "\\",
          "\\u0041",
          "\\N",
          "/",
          "{\"a\":1}",
          "null",
          "NULL",
          "NaN",
          "true",
          "2001-01-01",
          "007",
          "1e5",
          "\u0085\u2028\u2029");

  private static final double[] NUMBERS = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1e7,
    0x1p53 + 2,
    2e-3
  };

  private static final long[] INTEGERS = {
    0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, -9_000_000_000L
  };

  private static final LocalDate[] DAYS = {
    LocalDate.EPOCH,
    LocalDate.of(0, 1, 1),
    LocalDate.of(-44, 3, 15),
    LocalDate.of(476, 9, 4),
    LocalDate.of(9999, 12, 31),
    LocalDate.of(12345, 1, 1),
    LocalDate.of(5881580, 7, 10),
    LocalDate.of(2000, 2, 29),
  };

  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH,
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("2001-02-03T04:05:06.7Z"),
          Instant.parse("2001-02-03T04:05:00Z"),
          Instant.parse("2001-02-03T00:00:00Z"),
          Instant.parse("0000-01-01T00:00:00.000001Z"),
          Instant.parse("-0044-03-15T12:00:00Z"),
          Instant.parse("+12345-01-01T00:00:00Z"),
          Instant.EPOCH.plus(CellText.FIRST_MICROS, ChronoUnit.MICROS),
          Instant.EPOCH.plus(CellText.LAST_MICROS, ChronoUnit.MICROS));

  private static final List<String> DECIMALS =
      List.of("0", "0.00", "-1.10", "1E+30", "-1E-30", "12345678901234567890123456789012345678.9");

  private HardCells() {}

  /** The same of {@link #TIMES_AND_DECIMALS}. */
  public static List<List<Object>> timesAndDecimals(long seed, int random) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < TIMES.size(); i++) {
      rows.add(List.of(TIMES.get(i), new BigDecimal(DECIMALS.get(i % DECIMALS.size()))));
    }
    rows.add(Arrays.asList(null, BigDecimal.ONE));
    rows.add(Arrays.asList(TIMES.get(0), null));
    rows.addAll(Tables.random(TIMES_AND_DECIMALS, new Random(seed), random));
    return rows;
  }

  /** Each of them at least once, and random rows behind them. */
  public static List<List<Object>> rows(long seed, int random) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(Arrays.asList(null, null, null, null, null, null));
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      rows.add(
          List.of(
              text,
              INTEGERS[i % INTEGERS.length],
              NUMBERS[i % NUMBERS.length],
              i % 2 == 0,
              DAYS[i % DAYS.length],
              text + i));
      rows.add(Arrays.asList(text, null, null, null, null, null));
      rows.add(Arrays.asList(null, null, null, null, null, text));
    }
    rows.addAll(Tables.random(SCHEMA.table(), new Random(seed), random));
    return rows;
  }
}
