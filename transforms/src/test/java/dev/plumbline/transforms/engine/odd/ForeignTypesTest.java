package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.TableException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that others write, as keys and as numbers: each engine makes the same of them. */
@ParameterizedClass
@EnumSource
@Tag("exhaustive")
class ForeignTypesTest {
  @Parameter Engines engine;
  @TempDir Path directory;

  /** A type, the canonical one, and keys in their order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TINYINT      | int64     | -128 -1 0 127
          UTINYINT     | int64     | 0 1 255
          SMALLINT     | int64     | -32768 0 32767
          USMALLINT    | int64     | 0 65535
          INTEGER      | int64     | -2147483648 0 2147483647
          UINTEGER     | int64     | 0 2147483648 4294967295
          BIGINT       | int64     | -9223372036854775808 0 9007199254740993 9223372036854775807
          UBIGINT      | int64     | 0 9223372036854775807
          FLOAT        | double    | -Infinity -1.5 0.0 0.25 1.6777216E7 Infinity NaN
          DOUBLE       | double    | -Infinity -1.5 0.0 0.25 Infinity NaN
          BOOLEAN      | boolean   | false true
          DATE         | date      | 0001-01-01 1969-12-31 1970-01-01 9999-12-31
          TIMESTAMP    | timestamp | 0001-01-01T00:00:00Z 1969-12-31T23:59:59.999999Z 2026-01-01T00:00:00.000001Z
          TIMESTAMP_S  | timestamp | 1969-12-31T23:59:59Z 2026-01-01T00:00:00Z
          TIMESTAMP_MS | timestamp | 1969-12-31T23:59:59.999Z 2026-01-01T00:00:00.001Z
          TIMESTAMP_NS | timestamp | 1969-12-31T23:59:59.999999Z 2026-01-01T00:00:00.000001Z
          TIMESTAMPTZ  | timestamp | 1969-12-31T23:59:59.999999Z 2026-01-01T00:00:00.000001Z
          VARCHAR      | string    | A a aa z \u00E9 \uFFFD \uD83C\uDF3E
          JSON         | string    | "a" [] {}
          ENUM('z', 'a', 'm') | string | a m z
          """)
  void keysOfAnyTypeJoinAndAreInOrder(String foreign, String type, String keys) throws Exception {
    AllWorks works = keyed(foreign, type, keys);

    assertEquals(
        expected(
            keys,
            " 2 2 %1$d.0 %1$d.5 %2$s.5",
            "null 2 null 99.0 null 99.0\nnull null 2 null 99.5 99.5"),
        works.join());
    assertEquals(
        expected(
            keys,
            " %1$d %1$d.5 x%1$d",
            "null 99 null null\nnull null 99.5 null\nnull null null x99"),
        works.joinCanonical());
    assertEquals(
        "%d".formatted(inOrder(keys).size() + 2), works.analytics().get("key_count").toString());
    assertEquals(
        "%d".formatted(2 * inOrder(keys).size()), works.scan().get("k.non_null").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECIMAL(4, 2)", "DECIMAL(9, 2)", "DECIMAL(18, 3)", "DECIMAL(38, 20)"})
  void decimalKeysJoinAndAreInOrderButBeamCannotWriteThem(String foreign) throws Exception {
    String keys = "-10.5 -0.01 0 0.1 2 10.25";
    AllWorks works = keyed(foreign, "decimal", keys);

    assertEquals("8", works.atOnce().figures().get("key_count").toString());
    assertEquals("12", works.scan().get("k.non_null").toString());
    if (engine == Engines.BEAM) {
      for (TableException failed :
          List.of(
              assertThrows(TableException.class, works::join),
              assertThrows(TableException.class, works::joinCanonical))) {
        assertTrue(
            failed.getMessage().contains("column 'key' as Parquet: it holds decimals"),
            failed.getMessage());
      }
      assertEquals(List.of("canonical"), works.left());
      return;
    }
    assertEquals(
        expected(
            keys,
            " 2 2 %1$d.0 %1$d.5 %2$s.5",
            "null 2 null 99.0 null 99.0\nnull null 2 null 99.5 99.5"),
        works.join());
    assertEquals(
        expected(
            keys,
            " %1$d %1$d.5 x%1$d",
            "null 99 null null\nnull null 99.5 null\nnull null null x99"),
        works.joinCanonical());
  }

  /** The double nearest to each is the number; then it is rounded to thousandths. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TINYINT        | int64   | -5                                | -5.0
          UINTEGER       | int64   | 4294967295                        | 4.294967295E9
          UBIGINT        | int64   | 9000000000000                     | null
          UBIGINT        | int64   | 8999999999999                     | 8.999999999999E12
          FLOAT          | double  | 0.1                               | 0.1
          FLOAT          | double  | 'NaN'                             | null
          FLOAT          | double  | 16777217                          | 1.6777216E7
          DECIMAL(9, 4)  | decimal | 0.0005                            | 0.001
          DECIMAL(9, 4)  | decimal | -0.0005                           | 0.0
          DECIMAL(18, 4) | decimal | 1.0005                            | 1.001
          DECIMAL(38, 20)| decimal | 123456789012.34549999999999999999 | 1.23456789012346E11
          DECIMAL(38, 25)| decimal | 8999999999999.9999999999999999999999999 | null
          DECIMAL(38, 10)| decimal | 9000000000000                     | null
          BOOLEAN        | boolean | true                              | null
          DATE           | date    | '2026-01-01'                      | null
          TIMESTAMP      | timestamp | '2026-01-01'                    | null
          TIMESTAMP_NS   | timestamp | '2026-01-01'                    | null
          """,
      quoteCharacter = '`')
  void numbersOfAnyTypeScoreTheSame(String foreign, String type, String value, String average)
      throws Exception {
    AllWorks works =
        works(
            "k string, b " + type + ", e " + type,
            "SELECT 'a' AS k, CAST(%1$s AS %2$s) AS b, NULL::%2$s AS e".formatted(value, foreign));
    String score = average.equals("null") ? "0.0" : average;

    assertEquals("a 1 1 " + average + " null " + score, works.join());
  }

  /** Each of 10,000 lies half way between two thousandths: the double nearest to it decides. */
  @Test
  void decimalsAreRoundedOnce() throws Exception {
    String select =
        """
        SELECT i AS k, CAST((hash(i) % 9000000000)::VARCHAR || '.' || lpad((hash(i * 7) % 1000)::VARCHAR, 3, '0')
          || '5' AS DECIMAL(38, 10)) AS b
        FROM range(10000) t(i)""";
    AllWorks works = works("k int64, b decimal", select);
    AllWorks texts =
        AllWorks.of(
            engine,
            Schemas.of("k int64, b string"),
            CopiedFiles.table(
                directory.resolve("texts"),
                "SELECT k, b::VARCHAR AS b FROM (%s)".formatted(select)),
            directory.resolve("text-results"));

    assertEquals(texts.analytics(), works.analytics());
    assertEquals(texts.join(), works.join());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COMPRESSION zstd",
        "COMPRESSION snappy",
        "COMPRESSION gzip",
        "COMPRESSION uncompressed",
        "COMPRESSION lz4_raw",
        "COMPRESSION zstd, PARQUET_VERSION V2",
        "DICTIONARY_SIZE_LIMIT 0"
      })
  void filesOfAnyCodecAndEncodingAreReadAlike(String options) throws Exception {
    Path file = directory.resolve("rows.parquet");
    AllWorks works =
        AllWorks.of(
            engine,
            Schemas.of("k string, b int64, e double, f string"),
            CopiedFiles.write(
                file,
                "SELECT 'k' || (i % 3) AS k, i AS b, i / 8 AS e, repeat('x', i % 5) AS f"
                    + " FROM range(9000) t(i)",
                ", ROW_GROUP_SIZE 2048, " + options),
            directory.resolve("results"));

    assertEquals(
        "{b.non_null=9000, e.non_null=9000, f.bytes=18000, f.non_null=9000, k.bytes=18000,"
            + " k.non_null=9000}",
        works.scan().toString());
    assertEquals(
        "k0 3000 3000 4498.5 562.3125 5060.8125\nk1 3000 3000 4499.5 562.4375 5061.9375\nk2 3000 3000"
            + " 4500.5 562.5625 5063.0625",
        works.join());
    assertEquals("k0 0 0.0 \nk1 1 0.125 \nk2 2 0.25 ", works.joinCanonical());
  }

  /** Each key twice, from the last to the first; its place is its value; and two null keys. */
  private AllWorks keyed(String foreign, String type, String keys) throws Exception {
    List<String> inOrder = inOrder(keys);
    String rows =
        IntStream.range(0, inOrder.size())
            .map(i -> inOrder.size() - 1 - i)
            .mapToObj(i -> "('%s', %d)".formatted(inOrder.get(i).replace("'", "''"), i))
            .collect(Collectors.joining(", "));
    String select =
        ("SELECT CAST(k AS %s) AS k, b, b + 0.5::DOUBLE AS e, 'x' || b AS f FROM"
                + " (VALUES %s, (NULL, 99)) t(k, b)")
            .formatted(foreign, rows);
    return works("k " + type + ", b int64, e double, f string", select, select);
  }

  private static List<String> inOrder(String keys) {
    return Arrays.asList(keys.split(" ", -1));
  }

  private static String expected(String keys, String row, String nullRows) {
    List<String> inOrder = inOrder(keys);
    return IntStream.range(0, inOrder.size())
            .mapToObj(i -> inOrder.get(i) + row.formatted(i, 2 * i))
            .collect(Collectors.joining("\n"))
        + "\n"
        + nullRows;
  }

  private AllWorks works(String columns, String... selects) throws Exception {
    return AllWorks.of(
        engine,
        Schemas.of(columns),
        CopiedFiles.table(directory.resolve("source"), selects),
        directory.resolve("results"));
  }
}
