package dev.plumbline.transforms.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.analytics.ScoreModel.Joined;
import dev.plumbline.transforms.engine.Engine;
import dev.plumbline.transforms.engine.JudgedEngine;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource(JudgedEngine.ALL)
class ScoreTest {
  private static final List<String> KEYS =
      Arrays.asList(
          null,
          "",
          "a",
          "aa",
          "A",
          "b",
          "é",
          "z",
          "\uD7FF",
          "\uE000",
          "\uFFFD",
          "\uD83C\uDF3E",
          "\uD83C\uDF3Ea",
          "\uDBFF\uDFFF",
          " a",
          "'",
          "\"",
          "null",
          "0012",
          "12");
  private static final List<String> TEXTS =
      Arrays.asList(
          null,
          "",
          " 12",
          "12 ",
          "1e5",
          "1E+2",
          "1e-3",
          ".5",
          "1.",
          "inf",
          "-inf",
          "NaN",
          "nan",
          "1e999",
          "-1e999",
          "0012",
          "+3",
          "-3",
          "+-3",
          "--3",
          "0",
          "-0",
          "-0.0",
          "00",
          "1e",
          "e5",
          "-",
          "+",
          "1d",
          "1f",
          "0x10",
          "1_000",
          "1,5",
          "12\n",
          "\n12",
          "٣",
          "1e5.0",
          "1e0005",
          "9e12",
          "-9e12",
          "8999999999999.9",
          "9000000000000.0001",
          "1e9",
          "-1e9",
          "1",
          "0.0005",
          "-0.0005",
          "0.0015",
          "2.5",
          "2.0004999",
          "0.1234567890123456789012345",
          "true");
  private static final List<Double> DOUBLES =
      Arrays.asList(
          null,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          9e12,
          -9e12,
          Math.nextDown(9e12),
          -Math.nextDown(9e12),
          1e9,
          -1e9,
          1.0,
          0.0,
          -0.0,
          0.0005,
          -0.0005,
          0.0015,
          -0.0015,
          0.0025,
          2.5,
          -2.5,
          1.0 / 3,
          1e-300,
          Double.MIN_VALUE,
          1e300);

  @Parameter JudgedEngine engine;
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void textKeysAndNumberLikeTextsScoreAsTheModelSays(long seed) throws Exception {
    Random random = new Random(seed);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      rows.add(Arrays.asList(any(KEYS, random), any(TEXTS, random), any(DOUBLES, random)));
    }
    assertAsModelled(
        seed, Tables.export(ColumnType.STRING, ColumnType.STRING, ColumnType.DOUBLE), rows);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void integerKeysAndIntegersScoreAsTheModelSays(long seed) throws Exception {
    Random random = new Random(seed);
    List<Long> integers =
        Arrays.asList(
            null,
            0L,
            1L,
            -1L,
            1_000_000_000L,
            -1_000_000_000L,
            8_999_999_999_999L,
            9_000_000_000_000L,
            -9_000_000_000_000L,
            Long.MAX_VALUE,
            Long.MIN_VALUE);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      rows.add(Arrays.asList(any(integers, random), any(integers, random), any(TEXTS, random)));
    }
    assertAsModelled(
        seed, Tables.export(ColumnType.INT64, ColumnType.INT64, ColumnType.STRING), rows);
  }

  @Test
  void oneColumnPlaysAllParts() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    TEXTS.forEach(text -> rows.add(Collections.singletonList(text)));

    assertAsModelled(0, Tables.export(ColumnType.STRING), rows);
  }

  @Test
  void booleansAndDatesAreNoNumbers() throws Exception {
    List<List<Object>> rows =
        List.of(
            List.of("a", true, LocalDate.of(2026, 1, 2)),
            List.of("a", false, LocalDate.of(2026, 1, 3)),
            Arrays.asList("b", null, null));

    assertAsModelled(
        0, Tables.export(ColumnType.STRING, ColumnType.BOOLEAN, ColumnType.DATE), rows);
  }

  @ParameterizedTest
  @CsvSource({"1e-400", "-1e-400", "1e-99999", "0e99999", "1e99999999999", "4.9e-324", "2e-324"})
  void numbersBeyondADoublesExponentAreZeroOrOutOfRange(String number) throws Exception {
    assertAsModelled(
        0,
        Tables.export(ColumnType.STRING, ColumnType.STRING, ColumnType.STRING),
        List.of(List.of("a", number, "1"), List.of("a", "3", number)));
  }

  @Test
  void sumsDoNotDependOnOrderFilesOrThreads() throws Exception {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(List.of("a", "1e9", 0.1));
      rows.add(List.of("a", "1", 1e9));
      rows.add(List.of("a", "-1e9", -1e9));
      rows.add(List.of("b", "0.0005", i + 0.0005));
    }
    ExportSchema schema = Tables.export(ColumnType.STRING, ColumnType.STRING, ColumnType.DOUBLE);
    Map<String, BigInteger> expected = ScoreModel.of(rows).figures();
    String hash = null;
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(rows, new Random(seed));
      WrittenTable table =
          ParquetTables.write(directory.resolve("order" + seed), schema, rows, 1 + seed);

      Findings found = engine(1 + seed % 2).analytics(Roles.of(schema.table())).run(table);

      assertEquals(expected, found.figures(), "seed " + seed);
      assertTrue(hash == null || hash.equals(found.resultHash()), "seed " + seed);
      hash = found.resultHash();
    }
  }

  @Test
  void halvesGoUpAlsoBelowZero() throws Exception {
    ExportSchema schema = Tables.export(ColumnType.STRING, ColumnType.DOUBLE, ColumnType.DOUBLE);
    List<List<Object>> rows = List.of(List.of("a", 0.0625, -0.0625), List.of("b", 0.0005, -0.0005));
    WrittenTable table = ParquetTables.write(directory.resolve("halves"), schema, rows, 1);

    List<Joined> joined = judge().join(schema, table);

    // 62.5 + 0.5 and -62.5 + 0.5, floored; 0.5 + 0.5 and -0.5 + 0.5 likewise.
    assertEquals(
        List.of(
            new Joined("a", 1L, 1L, 0.063, -0.062, 0.063 + -0.062),
            new Joined("b", 1L, 1L, 0.001, 0.0, 0.001)),
        joined);
  }

  @Test
  void aSumThatOverflowsIsAnErrorAndLeavesNoFile() throws Exception {
    ExportSchema schema = Tables.export(ColumnType.STRING, ColumnType.DOUBLE, ColumnType.DOUBLE);
    List<List<Object>> rows = Collections.nCopies(1_100, List.of("a", 8.9e12, 1.0));
    WrittenTable table = ParquetTables.write(directory.resolve("overflow"), schema, rows, 1);
    Roles roles = Roles.of(schema.table());
    ResultFiles result = new ResultFiles(directory.toString(), "relation");

    TableException analytics =
        assertThrows(TableException.class, () -> engine(2).analytics(roles).run(table));
    TableException join =
        assertThrows(TableException.class, () -> engine(2).join(roles, result).run(table));

    assertTrue(analytics.getMessage().startsWith("analytics by 'c0': "), analytics.getMessage());
    assertTrue(
        join.getMessage().startsWith("join into " + directory.resolve("relation")),
        join.getMessage());
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(List.of(), left.filter(f -> f.toString().endsWith(".parquet")).toList());
    }
  }

  @Test
  void theResultHashIsSha256OfTheFourSums() {
    String hash =
        ResultHash.of(
            Map.of(
                "key_count", BigInteger.ONE,
                "base_rows_sum", BigInteger.TWO,
                "edge_rows_sum", BigInteger.valueOf(3),
                "score_sum", new BigInteger("18446744073709551616"),
                "numbers_out_of_range", BigInteger.TEN));

    assertEquals("035b5c4025ab866967220c96724766dc5923426a21cc3e1c59d85cb13eb3db10", hash);
  }

  private void assertAsModelled(long seed, ExportSchema schema, List<List<Object>> rows)
      throws Exception {
    judge().assertAsModelled("seed " + seed, schema, rows);
  }

  private ScoreJudge judge() {
    return new ScoreJudge(engine(2), directory);
  }

  private Engine engine(int threads) {
    return engine.with(threads);
  }

  private static Object any(List<?> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
