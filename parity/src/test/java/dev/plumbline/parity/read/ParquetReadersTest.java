package dev.plumbline.parity.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both of the judge's readers make of Parquet files. */
class ParquetReadersTest {
  private static final String TABLE =
      """
      SELECT * FROM (VALUES
        (1::BIGINT, 1.5::DOUBLE, true, DATE '2026-01-02', TIMESTAMP '2026-01-02 03:04:05.000006',
          1.10::DECIMAL(9, 2), 'a'),
        (-9223372036854775808, -0.0, false, DATE '1969-12-31', TIMESTAMP '1969-12-31 23:59:59.999999',
          0.00::DECIMAL(9, 2), ''),
        (NULL, NULL, NULL, NULL, NULL, NULL, NULL),
        (9223372036854775807, 'NaN'::DOUBLE, true, DATE '0001-01-01', TIMESTAMP '0001-01-01 00:00:00',
          -1234567.89::DECIMAL(9, 2), '\uD83C\uDF3E wheat ''ü'),
        (0, 'inf'::DOUBLE, false, DATE '9999-12-31', TIMESTAMP '9999-12-31 23:59:59',
          1.00::DECIMAL(9, 2), 'tab\tnewline\n"quote"')
      ) t(id, score, curated, added, measured, weight, symbol)""";

  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("id", ColumnType.INT64),
              new Column("score", ColumnType.DOUBLE),
              new Column("curated", ColumnType.BOOLEAN),
              new Column("added", ColumnType.DATE),
              new Column("measured", ColumnType.TIMESTAMP),
              new Column("weight", ColumnType.DECIMAL),
              new Column("symbol", ColumnType.STRING)));

  private static final List<List<Object>> ROWS =
      List.of(
          List.of(
              1L,
              1.5,
              true,
              LocalDate.of(2026, 1, 2),
              Instant.parse("2026-01-02T03:04:05.000006Z"),
              new BigDecimal("1.1"),
              "a"),
          List.of(
              Long.MIN_VALUE,
              0.0,
              false,
              LocalDate.of(1969, 12, 31),
              Instant.parse("1969-12-31T23:59:59.999999Z"),
              BigDecimal.ZERO,
              ""),
          Arrays.asList(null, null, null, null, null, null, null),
          List.of(
              Long.MAX_VALUE,
              Double.NaN,
              true,
              LocalDate.of(1, 1, 1),
              Instant.parse("0001-01-01T00:00:00Z"),
              new BigDecimal("-1234567.89"),
              "\uD83C\uDF3E wheat 'ü"),
          List.of(
              0L,
              Double.POSITIVE_INFINITY,
              false,
              LocalDate.of(9999, 12, 31),
              Instant.parse("9999-12-31T23:59:59Z"),
              BigDecimal.ONE,
              "tab\tnewline\n\"quote\""));

  @TempDir Path directory;

  /** The two readers. */
  enum Reader {
    DUCKDB {
      @Override
      ReadableTable open(List<Path> files) {
        return DuckDbTable.of(
            "a test",
            "SELECT * FROM read_parquet(" + DuckDbSql.files(files) + ", hive_partitioning = false)",
            OptionalLong.empty());
      }
    },
    PARQUET_JAVA {
      @Override
      ReadableTable open(List<Path> files) {
        return ParquetJavaTable.of("a test", ParquetFooters.read("a test", files));
      }
    };

    abstract ReadableTable open(List<Path> files);

    TableDigest digest(Path... files) {
      return digestOf(open(List.of(files)));
    }
  }

  static TableDigest digestOf(ReadableTable table) {
    DigestAccumulator digest = new DigestAccumulator(table.schema());
    table.read(digest.sink());
    return digest.digest();
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryTypeNullsEmptyAndSupplementaryText(Reader reader) throws Exception {
    assertEquals(Rows.digest(SCHEMA, ROWS), reader.digest(write("all.parquet", TABLE)));
  }

  @ParameterizedTest
  @EnumSource
  void readsSeveralFilesAsOneTableAndAgain(Reader reader) throws Exception {
    Path first = write("first.parquet", TABLE);
    Path second = write("second.parquet", TABLE);
    ReadableTable both = reader.open(List.of(second, first));
    TableDigest expected =
        Rows.digest(SCHEMA, Stream.concat(ROWS.stream(), ROWS.stream()).toList());

    assertEquals(expected, digestOf(both));
    assertEquals(expected, digestOf(both));
  }

  @ParameterizedTest
  @EnumSource
  void readsAFileWithoutRows(Reader reader) throws Exception {
    Path empty = write("empty.parquet", TABLE + " WHERE false");

    assertEquals(Rows.digest(SCHEMA, List.of()), reader.digest(empty));
  }

  @ParameterizedTest
  @EnumSource
  void readsManyRowsInTheirOrder(Reader reader) throws Exception {
    Path file =
        write("many.parquet", "SELECT i AS id, 'row ' || i AS name FROM range(300000) t(i)");
    long[] next = {0};
    ReadableTable table = reader.open(List.of(file));

    table.read(
        new RowCheck() {
          @Override
          public void int64Cell(long value) {
            assertEquals(next[0]++, value);
          }
        });

    assertEquals(300_000, next[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"it's.parquet", "''.parquet", "run=1/rows.parquet", "run [1]/r*w?.parquet"})
  void readsAFileWhateverItsName(String name) throws Exception {
    Path file = write(name, TABLE);
    for (Reader reader : Reader.values()) {
      assertEquals(Rows.digest(SCHEMA, ROWS), reader.digest(file), reader.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({"run [1]/rows.parquet, run 1/rows.parquet", "r*w?.parquet, rows.parquet"})
  void readsNoOtherFileThatANameTakenForAPatternMatches(String name, String other)
      throws Exception {
    Path file = write(name, TABLE);
    write(other, "SELECT * FROM (" + TABLE + ") LIMIT 1");
    for (Reader reader : Reader.values()) {
      assertEquals(Rows.digest(SCHEMA, ROWS), reader.digest(file), reader.toString());
    }
  }

  @Test
  void refusesANameThatDuckDbCannotBeTold() throws Exception {
    Path file = write("back\\slash [1].parquet", TABLE);

    ParityReadException refused =
        assertThrows(ParityReadException.class, () -> Reader.DUCKDB.digest(file));

    assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()), refused::toString);
  }

  static Stream<Arguments> widensNumbers() {
    return Stream.of(
        Arguments.of("100::TINYINT", 100L),
        Arguments.of("(-100)::SMALLINT", -100L),
        Arguments.of("(-2147483648)::INTEGER", -2147483648L),
        Arguments.of("200::UTINYINT", 200L),
        Arguments.of("65535::USMALLINT", 65535L),
        Arguments.of("4294967295::UINTEGER", 4294967295L),
        Arguments.of("9223372036854775807::UBIGINT", Long.MAX_VALUE),
        Arguments.of("0.1::FLOAT", (double) 0.1f),
        Arguments.of("1.50::DECIMAL(4, 2)", new BigDecimal("1.5")),
        Arguments.of("1.50::DECIMAL(18, 3)", new BigDecimal("1.5")),
        Arguments.of("(-1.50)::DECIMAL(38, 10)", new BigDecimal("-1.5")),
        Arguments.of("TIMESTAMPTZ '2026-01-01 00:00:00+00'", Instant.parse("2026-01-01T00:00:00Z")),
        Arguments.of("TIMESTAMP_MS '2026-01-01 00:00:00'", Instant.parse("2026-01-01T00:00:00Z")),
        Arguments.of("TIMESTAMP_NS '2026-01-01 00:00:00'", Instant.parse("2026-01-01T00:00:00Z")),
        Arguments.of("'b'::ENUM('a', 'b')", "b"),
        Arguments.of("'[1]'::JSON", "[1]"));
  }

  @ParameterizedTest
  @MethodSource
  void widensNumbers(String value, Object expected) throws Exception {
    Path file = write("narrow.parquet", "SELECT " + value + " AS x");
    TableSchema schema = new TableSchema(List.of(new Column("x", typeOf(expected))));
    for (Reader reader : Reader.values()) {
      assertEquals(
          Rows.digest(schema, List.of(List.of(expected))), reader.digest(file), reader.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"18446744073709551615::UBIGINT", "TIMESTAMP_NS '2026-01-01 00:00:00.000000001'"})
  void refusesAValueThatDoesNotFitByItsColumn(String value) throws Exception {
    Path file = write("wide.parquet", "SELECT " + value + " AS odd");
    for (Reader reader : Reader.values()) {
      ParityReadException refused =
          assertThrows(ParityReadException.class, () -> reader.digest(file), reader.toString());
      assertTrue(refused.getMessage().contains("column 'odd' holds"), refused.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"'x'::BLOB", "uuid()", "TIME '12:00:00'", "INTERVAL 1 DAY"})
  void refusesOtherTypesByName(String value) throws Exception {
    Path file = write("other.parquet", "SELECT 1 AS id, %s AS odd".formatted(value));
    for (Reader reader : Reader.values()) {
      ParityReadException refused =
          assertThrows(ParityReadException.class, () -> reader.digest(file), reader.toString());
      assertTrue(refused.getMessage().contains("olumn 'odd' has type"), refused.toString());
    }
    ParityReadException named =
        assertThrows(ParityReadException.class, () -> ParquetFiles.open("it", List.of(file)));
    assertTrue(
        named.getMessage().startsWith("Cannot read it: " + file + ": Column 'odd' has type"),
        named.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1, 2]", "{'a': 1}", "MAP {'a': 1}"})
  void refusesNestedColumnsByName(String value) throws Exception {
    Path file = write("nested.parquet", "SELECT 1 AS id, %s AS odd".formatted(value));

    assertRefused("column 'odd' of " + file + " is nested", file);
  }

  @Test
  void refusesFilesOfOtherColumns() throws Exception {
    Path first = write("first.parquet", "SELECT 1 AS id");
    Path second = write("second.parquet", "SELECT 1 AS key");

    assertRefused("second.parquet has other columns than", first, second);
  }

  @Test
  void refusesATruncatedFileByName() throws Exception {
    Path file = write("cut.parquet", TABLE);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 4, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));

      assertRefused("cut.parquet is no whole Parquet file", file);
    }
  }

  @Test
  void refusesAForeignFileByName() throws Exception {
    Path file = Files.writeString(directory.resolve("text.parquet"), "id,name\n1,a\n");

    assertRefused("text.parquet is no whole Parquet file", file);
  }

  @Test
  void refusesADamagedPageByName() throws Exception {
    Path file =
        write("damaged.parquet", "SELECT i AS id, md5(i::VARCHAR) AS x FROM range(5000) t(i)");
    byte[] whole = Files.readAllBytes(file);
    Arrays.fill(whole, whole.length / 3, whole.length / 3 + 200, (byte) 0x5a);
    Files.write(file, whole);
    for (Reader reader : Reader.values()) {
      ParityReadException refused =
          assertThrows(ParityReadException.class, () -> reader.digest(file), reader.toString());
      assertTrue(refused.getMessage().contains("a test"), refused.toString());
    }
  }

  @Test
  void refusesAMissingFileAndNoFileAtAll() throws Exception {
    Path there = write("there.parquet", TABLE);

    assertRefused("absent.parquet", there, directory.resolve("absent.parquet"));
    assertRefused("'a test'");
  }

  @Test
  void readsDuckDbsFilesThroughParquetJava() throws Exception {
    ReadableTable table = ParquetFiles.open("a test", List.of(write("all.parquet", TABLE)));

    assertTrue(table.reader().startsWith("parquet-java 1."), table.reader());
    assertEquals(Rows.digest(SCHEMA, ROWS), digestOf(table));
    assertEquals(OptionalLong.of(5), table.expectedRows());
  }

  private static void assertRefused(String message, Path... files) {
    ParityReadException refused =
        assertThrows(
            ParityReadException.class, () -> digestOf(ParquetFiles.open("a test", List.of(files))));
    assertTrue(refused.getMessage().contains(message), refused.toString());
  }

  private static ColumnType typeOf(Object value) {
    if (value instanceof Long) {
      return ColumnType.INT64;
    } else if (value instanceof Double) {
      return ColumnType.DOUBLE;
    } else if (value instanceof BigDecimal) {
      return ColumnType.DECIMAL;
    }
    return value instanceof Instant ? ColumnType.TIMESTAMP : ColumnType.STRING;
  }

  private Path write(String name, String select) throws Exception {
    return DuckDbFiles.parquet(directory, name, select);
  }
}
