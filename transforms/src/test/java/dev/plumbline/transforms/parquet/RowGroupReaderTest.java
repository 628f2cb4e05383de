package dev.plumbline.transforms.parquet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.table.TableException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what DuckDB wrote, and what we did. */
class RowGroupReaderTest {
  private static final long SEED = 23;

  @TempDir Path directory;

  static Stream<Arguments> widensEveryType() {
    return Stream.of(
        Arguments.of("(-100)::TINYINT", -100L),
        Arguments.of("(-30000)::SMALLINT", -30000L),
        Arguments.of("(-2147483648)::INTEGER", -2147483648L),
        Arguments.of("(-9223372036854775808)::BIGINT", Long.MIN_VALUE),
        Arguments.of("200::UTINYINT", 200L),
        Arguments.of("65535::USMALLINT", 65535L),
        Arguments.of("4294967295::UINTEGER", 4294967295L),
        Arguments.of("9223372036854775807::UBIGINT", Long.MAX_VALUE),
        Arguments.of("0.1::FLOAT", (double) 0.1f),
        Arguments.of("'nan'::DOUBLE", Double.NaN),
        Arguments.of("true", true),
        Arguments.of("DATE '1969-12-31'", LocalDate.of(1969, 12, 31)),
        Arguments.of("1.50::DECIMAL(4, 2)", new BigDecimal("1.50")),
        Arguments.of("(-1.5)::DECIMAL(18, 3)", new BigDecimal("-1.500")),
        Arguments.of("(-1.5)::DECIMAL(38, 10)", new BigDecimal("-1.5000000000")),
        Arguments.of(
            "TIMESTAMP '1969-12-31 23:59:59.999999'", Instant.parse("1969-12-31T23:59:59.999999Z")),
        Arguments.of("TIMESTAMPTZ '2026-01-01 00:00:00+00'", Instant.parse("2026-01-01T00:00:00Z")),
        Arguments.of("TIMESTAMP_MS '2026-01-01 00:00:00'", Instant.parse("2026-01-01T00:00:00Z")),
        Arguments.of(
            "TIMESTAMP_NS '1969-12-31 23:59:59.999999'",
            Instant.parse("1969-12-31T23:59:59.999999Z")),
        Arguments.of("''", ""),
        Arguments.of("'\uD83C\uDF3E wheat'", "\uD83C\uDF3E wheat"),
        Arguments.of("'b'::ENUM('a', 'b')", "b"),
        Arguments.of("'[1]'::JSON", "[1]"));
  }

  @ParameterizedTest
  @MethodSource
  void widensEveryType(String value, Object expected) throws Exception {
    String file =
        duckDb(
            "SELECT * FROM (VALUES ([1, 2], %1$s, 1), (NULL, NULL, 2)) t(l, x, n)"
                .formatted(value));

    assertEquals(
        List.of(List.of(expected), Collections.singletonList(null)),
        read(file, new Column("x", type(expected))));
  }

  @Test
  void readsOnlyWhatIsWantedInTheOrderItIsWantedInAndTwiceIfItIs() throws Exception {
    String file = duckDb("SELECT i AS a, 'x' || i AS b, i * 0.5::DOUBLE AS c FROM range(3) t(i)");
    Column b = new Column("b", ColumnType.STRING);

    assertEquals(
        List.of(
            Arrays.asList("x0", 0L, "x0"),
            Arrays.asList("x1", 1L, "x1"),
            Arrays.asList("x2", 2L, "x2")),
        read(file, b, new Column("a", ColumnType.INT64), b));
  }

  @ParameterizedTest
  @CsvSource({"snappy,1", "zstd,1", "gzip,1", "uncompressed,1", "lz4_raw,1", "zstd,2"})
  void readsDictionariesAndLongTextsInEveryRowGroup(String codec, int version) throws Exception {
    Path file = directory.resolve("groups.parquet");
    sql(
        """
        COPY (SELECT CASE WHEN i %% 7 = 0 THEN NULL ELSE 'k' || (i %% 10) END AS k,
            repeat(md5(i::VARCHAR), 1 + (i %% 5)::INTEGER) AS t, i FROM range(9000) t(i))
        TO '%s' (FORMAT parquet, COMPRESSION %s, ROW_GROUP_SIZE 2048, PARQUET_VERSION v%d)"""
            .formatted(file, codec, version));
    List<RowGroup> groups = RowGroupReader.groups(file.toString());
    Column[] columns = {
      new Column("i", ColumnType.INT64),
      new Column("k", ColumnType.STRING),
      new Column("t", ColumnType.STRING)
    };

    assertTrue(groups.size() > 3, groups.toString());
    long next = 0;
    for (RowGroup group : groups) {
      assertEquals(next, group.firstRow());
      RowList rows = new RowList();
      RowGroupReader.feed(group, List.of(columns), rows);
      assertEquals(group.rows(), rows.rows().size());
      for (List<Object> row : rows.rows()) {
        assertEquals(next, row.get(0));
        assertEquals(next % 7 == 0 ? null : "k" + next % 10, row.get(1), "row " + next);
        assertEquals(32 * (1 + next % 5), ((String) row.get(2)).length(), "row " + next);
        next++;
      }
    }
    assertEquals(9000, next);
  }

  @Test
  void readsOurOwnFilesBack() throws Exception {
    ExportSchema schema =
        Tables.export(
            ColumnType.STRING,
            ColumnType.INT64,
            ColumnType.DOUBLE,
            ColumnType.BOOLEAN,
            ColumnType.DATE);
    List<List<Object>> rows = Tables.random(schema.table(), new Random(SEED), 3_000);
    String file = ParquetTables.write(directory, schema, rows, 1).files().get(0).path();

    assertEquals(rows, read(file, schema.table().columns().toArray(Column[]::new)), "seed " + SEED);
  }

  @Test
  void aFileWithoutRowsHasNone() throws Exception {
    String file = duckDb("SELECT 1 AS x WHERE false");

    assertEquals(List.of(), read(file, new Column("x", ColumnType.INT64)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[1, 2]", "{'a': 1}", "'x'::BLOB", "uuid()", "TIME '12:00:00'", "INTERVAL 1 DAY"})
  void refusesOtherTypesByColumnAndFile(String value) throws Exception {
    String file = duckDb("SELECT 1 AS id, %s AS odd".formatted(value));

    assertRefused("Column 'odd' of " + file + " cannot be read: it is ", file, ColumnType.STRING);
  }

  @Test
  void refusesAColumnOfAnotherTypeThanIsExpected() throws Exception {
    String file = duckDb("SELECT 1 AS odd");

    assertRefused(
        "it is INT32 (INTEGER(32,true)), where string is expected", file, ColumnType.STRING);
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551615::UBIGINT,int64,a number beyond int64",
    "TIMESTAMP_NS '2026-01-01 00:00:00.000000001',timestamp,a time finer than a microsecond"
  })
  void refusesAValueThatDoesNotFit(String value, String type, String found) throws Exception {
    String file = duckDb("SELECT %s AS odd".formatted(value));

    assertRefused(
        "Column 'odd' of " + file + " cannot be read: it holds " + found,
        file,
        ColumnType.of(type).orElseThrow());
  }

  @Test
  void namesTheColumnsThereAreWhereOneIsMissing() throws Exception {
    String file = duckDb("SELECT 1 AS id, 'x' AS name");

    assertRefused("there is no such column; there are 'id', 'name'", file, ColumnType.STRING);
  }

  @Test
  void refusesWhatIsNoWholeParquetFile() throws Exception {
    String file = duckDb("SELECT i AS odd FROM range(1000) t(i)");
    byte[] whole = Files.readAllBytes(Path.of(file));
    for (int length : new int[] {0, 4, whole.length / 2, whole.length - 1}) {
      Files.write(Path.of(file), Arrays.copyOf(whole, length));

      assertRefused(file + " cannot be read as Parquet", file, ColumnType.INT64);
    }
    Files.delete(Path.of(file));
    assertRefused(file + " cannot be read as Parquet", file, ColumnType.INT64);
  }

  @Test
  void refusesDamagedBytesByFileAndRowGroup() throws Exception {
    String file = duckDb("SELECT i AS odd FROM range(50000) t(i) ORDER BY hash(i)");
    RowGroup group = RowGroupReader.groups(file).get(0);
    byte[] bytes = Files.readAllBytes(Path.of(file));
    Arrays.fill(bytes, 60, bytes.length / 2, (byte) 0x5a);
    Files.write(Path.of(file), bytes);

    TableException refused =
        assertThrows(
            TableException.class,
            () ->
                RowGroupReader.feed(
                    group, List.of(new Column("odd", ColumnType.INT64)), new RowList()));

    assertTrue(
        refused.getMessage().startsWith(file + " cannot be read, in row group 0: "),
        refused.getMessage());
  }

  private void assertRefused(String message, String file, ColumnType expected) {
    TableException refused =
        assertThrows(TableException.class, () -> read(file, new Column("odd", expected)));
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
  }

  private static List<List<Object>> read(String file, Column... columns) {
    List<List<Object>> rows = new ArrayList<>();
    for (RowGroup group : RowGroupReader.groups(file)) {
      RowList more = new RowList();
      RowGroupReader.feed(group, List.of(columns), more);
      rows.addAll(more.rows());
    }
    return rows;
  }

  private static ColumnType type(Object value) {
    if (value instanceof Long) {
      return ColumnType.INT64;
    } else if (value instanceof Double) {
      return ColumnType.DOUBLE;
    } else if (value instanceof Boolean) {
      return ColumnType.BOOLEAN;
    } else if (value instanceof LocalDate) {
      return ColumnType.DATE;
    } else if (value instanceof BigDecimal) {
      return ColumnType.DECIMAL;
    }
    return value instanceof Instant ? ColumnType.TIMESTAMP : ColumnType.STRING;
  }

  private String duckDb(String select) throws Exception {
    Path file = directory.resolve("it's.parquet");
    sql("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file.toString().replace("'", "''")));
    return file.toString();
  }

  private static void sql(String statement) throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement sql = duckdb.createStatement()) {
      sql.execute(statement);
    }
  }
}
