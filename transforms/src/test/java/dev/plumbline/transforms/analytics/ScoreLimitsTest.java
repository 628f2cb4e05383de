package dev.plumbline.transforms.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.engine.JudgedEngine;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource(JudgedEngine.ALL)
class ScoreLimitsTest {
  private static final ExportSchema NUMBERS =
      Tables.export(ColumnType.STRING, ColumnType.DOUBLE, ColumnType.DOUBLE);

  /** So many of these make a sum that an int64 just holds: their thousandths are 9e15 - 1000. */
  private static final double LARGEST = 8_999_999_999_999.0;

  private static final int FITTING = 1024;

  @Parameter JudgedEngine engine;
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(doubles = {LARGEST, -LARGEST})
  void theLargestSumIsExactAndOneMoreIsAnError(double number) throws Exception {
    List<List<Object>> rows =
        new ArrayList<>(Collections.nCopies(FITTING, List.of("a", number, 1.0)));
    judge().assertAsModelled("largest", NUMBERS, rows);
    rows.add(List.of("a", number, 1.0));
    rows.add(List.of("b", 1.0, 1.0));
    WrittenTable table = ParquetTables.write(directory.resolve("beyond"), NUMBERS, rows, 1);

    TableException failed =
        assertThrows(
            TableException.class,
            () -> engine.with(2).analytics(Roles.of(NUMBERS.table())).run(table));

    assertTrue(failed.getMessage().startsWith("analytics by 'c0': "), failed.getMessage());
  }

  @Test
  void aSumMayPassBeyondInt64OnItsWay() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    rows.addAll(Collections.nCopies(3000, List.of("a", LARGEST, -LARGEST)));
    rows.addAll(Collections.nCopies(2999, List.of("a", -LARGEST, LARGEST)));

    judge().assertAsModelled("on its way", NUMBERS, rows);
  }

  @Test
  void theSumOfScoresTakesMoreThan64Bits() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(List.of("key" + i, LARGEST, LARGEST - i));
      rows.add(List.of("minus" + i, -LARGEST, -LARGEST));
      rows.add(List.of("plus" + i, LARGEST, LARGEST));
    }
    assertTrue(ScoreModel.of(rows).figures().get("score_sum").bitLength() > 64);

    judge().assertAsModelled("more than 64 bits", NUMBERS, rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void textsNextToAHalfThousandthAreRoundedAsTheirNearestDouble(long seed) throws Exception {
    Random random = new Random(seed);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      rows.add(List.of("key%05d".formatted(i), nearHalf(random), nearHalf(random)));
    }

    judge()
        .assertAsModelled(
            "seed " + seed,
            Tables.export(ColumnType.STRING, ColumnType.STRING, ColumnType.STRING),
            rows);
  }

  @Test
  void keysOfAllTypesScoreAsTheModelSays() throws Exception {
    List<Object> doubles =
        Arrays.asList(
            null,
            0.0,
            -0.0,
            1.5,
            -1.5,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            Double.MAX_VALUE);
    List<Object> days =
        Arrays.asList(
            null, LocalDate.of(1969, 12, 31), LocalDate.of(2026, 2, 28), LocalDate.of(1, 1, 1));
    assertKeys(ColumnType.DOUBLE, doubles);
    assertKeys(ColumnType.BOOLEAN, Arrays.asList(null, true, false));
    assertKeys(ColumnType.DATE, days);
  }

  @Test
  void columnsWithoutAnyValueScoreAsTheModelSays() throws Exception {
    List<List<Object>> rows = Collections.nCopies(3, Arrays.asList(null, null, null));

    judge().assertAsModelled("nulls", NUMBERS, rows);
  }

  @Test
  void anEngineSaysWhatItTookElsewhere() throws Exception {
    WrittenTable table =
        ParquetTables.write(directory.resolve("use"), NUMBERS, List.of(List.of("a", 1.0, 2.0)), 1);

    var use = engine.with(2).analytics(Roles.of(NUMBERS.table())).run(table).use();

    assertEquals(engine.name().equals(Engines.POLARS.label()), use != null);
    if (use != null) {
      assertTrue(use.wallNanos() > 0 && use.cpuNanos() > 0, use.toString());
      assertTrue(use.peakRssBytes() > 10_000_000, use.toString());
    }
  }

  private void assertKeys(ColumnType type, List<Object> keys) throws Exception {
    Random random = new Random(31);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      rows.add(
          Arrays.asList(
              keys.get(random.nextInt(keys.size())), random.nextInt(9) / 2.0, (double) i));
    }
    new ScoreJudge(engine.with(2), directory.resolve(type.label()))
        .assertAsModelled(
            type.label(), Tables.export(type, ColumnType.DOUBLE, ColumnType.DOUBLE), rows);
  }

  /** A number with a half of a thousandth, exactly or with a deviation far behind the point. */
  private static String nearHalf(Random random) {
    BigInteger thousandths = new BigInteger(1 + random.nextInt(52), random);
    BigDecimal half = new BigDecimal(thousandths).movePointLeft(3).add(new BigDecimal("0.0005"));
    BigDecimal away = new BigDecimal(random.nextInt(3) - 1).movePointLeft(4 + random.nextInt(22));
    BigDecimal number = half.add(away).setScale(30, RoundingMode.UNNECESSARY);
    String text = random.nextBoolean() ? number.toPlainString() : plainScientific(number);
    return random.nextBoolean() ? text : "-" + text.replace("-", "");
  }

  private static String plainScientific(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    return number.movePointLeft(exponent).toPlainString() + "e" + exponent;
  }

  private ScoreJudge judge() {
    return new ScoreJudge(engine.with(2), directory);
  }
}
