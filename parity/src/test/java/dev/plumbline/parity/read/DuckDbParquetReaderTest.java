package dev.plumbline.parity.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.Rows;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbParquetReaderTest {
  private static final String TABLE =
      """
      SELECT * FROM (VALUES
        (1::BIGINT, 1.5::DOUBLE, true, DATE '2026-01-02', 'a'),
        (-9223372036854775808, -0.0, false, DATE '1969-12-31', ''),
        (NULL, NULL, NULL, NULL, NULL),
        (9223372036854775807, 'NaN'::DOUBLE, true, DATE '0001-01-01', '\uD83C\uDF3E wheat ''ü'),
        (0, 'inf'::DOUBLE, false, DATE '9999-12-31', 'tab\tnewline\n"quote"')
      ) t(id, score, curated, added, symbol)""";

  private static final TableSchema SCHEMA =
      new TableSchema(
          List.of(
              new Column("id", ColumnType.INT64),
              new Column("score", ColumnType.DOUBLE),
              new Column("curated", ColumnType.BOOLEAN),
              new Column("added", ColumnType.DATE),
              new Column("symbol", ColumnType.STRING)));

  private static final List<List<Object>> ROWS =
      List.of(
          List.of(1L, 1.5, true, LocalDate.of(2026, 1, 2), "a"),
          List.of(Long.MIN_VALUE, 0.0, false, LocalDate.of(1969, 12, 31), ""),
          Arrays.asList(null, null, null, null, null),
          List.of(Long.MAX_VALUE, Double.NaN, true, LocalDate.of(1, 1, 1), "\uD83C\uDF3E wheat 'ü"),
          List.of(
              0L,
              Double.POSITIVE_INFINITY,
              false,
              LocalDate.of(9999, 12, 31),
              "tab\tnewline\n\"quote\""));

  @TempDir Path directory;

  @Test
  void readsEveryTypeNullsEmptyAndSupplementaryText() throws Exception {
    Witness witness = DuckDbParquetReader.read("a test", List.of(write("all.parquet", TABLE)));

    assertEquals(Rows.digest(SCHEMA, ROWS), witness.digest());
    assertEquals("a test", witness.source());
    assertTrue(witness.reader().startsWith("duckdb "), witness.reader());
  }

  @Test
  void readsSeveralFilesAsOneTable() throws Exception {
    Path first = write("first.parquet", TABLE);
    Path second = write("second.parquet", TABLE);

    Witness both = DuckDbParquetReader.read("a test", List.of(second, first));

    assertEquals(
        Rows.digest(SCHEMA, Stream.concat(ROWS.stream(), ROWS.stream()).toList()), both.digest());
  }

  @Test
  void readsAFileWithoutRows() throws Exception {
    Path empty = write("empty.parquet", TABLE + " WHERE false");

    assertEquals(
        Rows.digest(SCHEMA, List.of()),
        DuckDbParquetReader.read("a test", List.of(empty)).digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"it's.parquet", "''.parquet", "run=1/rows.parquet", "run [1]/r*w?.parquet"})
  void readsAFileWhateverItsName(String name) throws Exception {
    Path file = write(name, TABLE);

    assertEquals(
        Rows.digest(SCHEMA, ROWS), DuckDbParquetReader.read("a test", List.of(file)).digest());
  }

  @ParameterizedTest
  @CsvSource({
    "TINYINT, INT64", "SMALLINT, INT64", "INTEGER, INT64", "BIGINT, INT64",
    "UTINYINT, INT64", "USMALLINT, INT64", "UINTEGER, INT64", "FLOAT, DOUBLE"
  })
  void widensNarrowNumbers(String duckDbType, ColumnType type) throws Exception {
    Path file = write("narrow.parquet", "SELECT 100::" + duckDbType + " AS x");
    Object expected = type == ColumnType.INT64 ? (Object) 100L : (Object) 100.0;

    assertEquals(
        Rows.digest(new TableSchema(List.of(new Column("x", type))), List.of(List.of(expected))),
        DuckDbParquetReader.read("a test", List.of(file)).digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1.25::DECIMAL(10, 2)| DECIMAL(10,2)",
        "[1, 2]| INTEGER[]",
        "TIMESTAMP '2026-01-01 00:00:00'| TIMESTAMP",
        "'x'::BLOB| BLOB"
      })
  void refusesOtherTypesByName(String value, String type) throws Exception {
    Path file = write("other.parquet", "SELECT 1 AS id, %s AS odd".formatted(value));

    ParityReadException refused =
        assertThrows(
            ParityReadException.class, () -> DuckDbParquetReader.read("a test", List.of(file)));

    assertTrue(refused.getMessage().contains("Column 'odd' has type " + type), refused.toString());
  }

  @Test
  void aTruncatedFileIsRefusedByName() throws Exception {
    Path file = write("cut.parquet", TABLE);
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 4, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));

      ParityReadException refused =
          assertThrows(
              ParityReadException.class, () -> DuckDbParquetReader.read("a test", List.of(file)));

      assertTrue(refused.getMessage().contains("cut.parquet"), refused.toString());
      assertTrue(refused.getMessage().contains("a test"), refused.toString());
    }
  }

  @Test
  void aMissingFileIsRefusedByName() throws Exception {
    Path there = write("there.parquet", TABLE);
    Path absent = directory.resolve("absent.parquet");

    ParityReadException refused =
        assertThrows(
            ParityReadException.class,
            () -> DuckDbParquetReader.read("a test", List.of(there, absent)));

    assertTrue(refused.getMessage().contains("absent.parquet"), refused.toString());
  }

  @Test
  void noFileAtAllIsRefused() {
    ParityReadException refused =
        assertThrows(
            ParityReadException.class, () -> DuckDbParquetReader.read("a test", List.of()));

    assertTrue(refused.getMessage().contains("'a test'"), refused.toString());
  }

  private Path write(String name, String select) throws Exception {
    Path plain = directory.resolve("written-by-duckdb");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      copy(statement, select, plain);
    }
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.move(plain, file);
  }

  private static void copy(Statement statement, String select, Path file) throws SQLException {
    statement.execute(
        "COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file.toString().replace("'", "''")));
  }
}
