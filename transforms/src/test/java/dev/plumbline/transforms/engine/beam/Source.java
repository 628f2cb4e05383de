package dev.plumbline.transforms.engine.beam;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.mine.ExportSchema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What the columns of the source hold, the key first. */
enum Source {
  TEXTS(ColumnType.STRING, ColumnType.STRING, ColumnType.DOUBLE, ColumnType.STRING),
  INTEGERS(ColumnType.INT64, ColumnType.INT64, ColumnType.STRING, ColumnType.DATE),
  DOUBLES(ColumnType.DOUBLE, ColumnType.DOUBLE, ColumnType.INT64, ColumnType.BOOLEAN),
  DATES(ColumnType.DATE, ColumnType.STRING, ColumnType.BOOLEAN, ColumnType.DOUBLE),
  BOOLEANS(ColumnType.BOOLEAN, ColumnType.DATE, ColumnType.STRING, ColumnType.INT64),
  ONE_COLUMN(ColumnType.STRING);

  private static final int ROWS = 4_000;
  private static final List<String> STRINGS =
      Arrays.asList(
          null,
          "",
          "a",
          "ab",
          "abcdefgh",
          "abcdefghi",
          "12",
          "-0.5",
          "1e3",
          "9e12",
          "1e999",
          "7.0001",
          "\uFFFD",
          "\uD83C\uDF3E",
          "\uD83C\uDF3Ea",
          "ümlaut",
          "null",
          "12 ",
          "0012");
  private static final List<Double> NUMBERS =
      Arrays.asList(
          null,
          0.0,
          -0.0,
          1.5,
          -1.5,
          Double.NaN,
          9e12,
          -9e12,
          1e300,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          0.0005,
          -0.0005,
          1.0 / 3);

  @SuppressWarnings("ImmutableEnumChecker") // it is, in all but annotation
  private final ExportSchema schema;

  Source(ColumnType... types) {
    schema = Tables.export(types);
  }

  ExportSchema schema() {
    return schema;
  }

  Roles roles() {
    return Roles.of(schema.table());
  }

  List<List<Object>> rows(Random random) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      List<Object> row = new ArrayList<>();
      for (int column = 0; column < schema.table().width(); column++) {
        row.add(value(schema.table().column(column).type(), random));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Some are heavy, most are not. */
  private static Object value(ColumnType type, Random random) {
    int number = random.nextInt(3) == 0 ? random.nextInt(10) : random.nextInt(2_000);
    if (random.nextInt(12) == 0) {
      return null;
    }
    return switch (type) {
      case STRING -> {
        String text = STRINGS.get(random.nextInt(STRINGS.size()));
        yield random.nextInt(3) == 0 ? text : "NAC" + number;
      }
      case DOUBLE ->
          random.nextInt(3) == 0
              ? NUMBERS.get(random.nextInt(NUMBERS.size()))
              : Double.valueOf(number / 8.0 - 100);
      case INT64 -> random.nextInt(50) == 0 ? random.nextLong() : (Long) (number - 1_000L);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> LocalDate.ofEpochDay(number - 1_000);
      case TIMESTAMP, DECIMAL -> throw new AssertionError(type + " is in no export");
    };
  }
}
