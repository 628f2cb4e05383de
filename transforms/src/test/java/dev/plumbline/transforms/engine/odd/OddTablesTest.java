package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.transforms.engine.list.Engines;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that are fine, but odd: each engine makes the same of them. */
@ParameterizedClass
@EnumSource
@Tag("exhaustive")
class OddTablesTest {
  @Parameter Engines engine;
  @TempDir Path directory;

  @Test
  void oneColumnPlaysAllParts() throws Exception {
    AllWorks works =
        works("x string", "SELECT unnest(['b', '2', '2', NULL, '1e1']) AS x", "SELECT 'b' AS x");

    assertEquals("{x.bytes=7, x.non_null=5}", works.scan().toString());
    assertEquals(
        "{base_rows_sum=6, edge_rows_sum=6, key_count=5, numbers_out_of_range=0, score_sum=24000000}",
        works.analytics().toString());
    assertEquals(
        """
        1e1 1 1 10.0 10.0 20.0
        2 2 2 2.0 2.0 4.0
        b 2 2 null null 0.0
        null 1 null null null 0.0
        null null 1 null null 0.0""",
        works.join());
    assertEquals(
        """
        1e1 1e1 1e1 1e1
        2 2 2 2
        b b b b
        null null null null
        null null null null
        null null null null""",
        works.joinCanonical());
  }

  @Test
  void ifAllKeysAreNullNothingJoins() throws Exception {
    AllWorks works =
        works(
            "k string, b int64, e int64, f int64",
            "SELECT NULL::VARCHAR AS k, i AS b, i * 2 AS e, i + 5 AS f FROM range(1, 4) t(i)");

    assertEquals(
        "{b.non_null=3, e.non_null=3, f.non_null=3, k.bytes=0, k.non_null=0}",
        works.scan().toString());
    assertEquals(
        "{base_rows_sum=3, edge_rows_sum=3, key_count=2, numbers_out_of_range=0, score_sum=6000000}",
        works.analytics().toString());
    assertEquals("null 3 null 2.0 null 2.0\nnull null 3 null 4.0 4.0", works.join());
    assertEquals("null 1 null null\nnull null 2 null\nnull null null 6", works.joinCanonical());
  }

  @Test
  void ifAllValuesAreNullEachScoreIsZero() throws Exception {
    AllWorks works =
        works(
            "k string, b double, e string, f date",
            "SELECT 'k' || i AS k, NULL::DOUBLE AS b, NULL::VARCHAR AS e, NULL::DATE AS f"
                + " FROM range(2) t(i)");

    assertEquals(
        "{b.non_null=0, e.bytes=0, e.non_null=0, f.non_null=0, k.bytes=4, k.non_null=2}",
        works.scan().toString());
    assertEquals(
        "{base_rows_sum=2, edge_rows_sum=2, key_count=2, numbers_out_of_range=0, score_sum=0}",
        works.analytics().toString());
    assertEquals("k0 1 1 null null 0.0\nk1 1 1 null null 0.0", works.join());
    assertEquals("k0 null null null\nk1 null null null", works.joinCanonical());
  }

  @Test
  void everyRowMayHaveTheSameKey() throws Exception {
    AllWorks works =
        works(
            "k int64, b int64, e string, f string",
            "SELECT 7 AS k, i AS b, 'x' AS e, 'f' || i AS f FROM range(20000) t(i)",
            "SELECT 7 AS k, i AS b, '3' AS e, 'f' || i AS f FROM range(20000) t(i)");

    assertEquals("7 40000 40000 9999.5 3.0 10002.5", works.join());
    assertEquals("7 0 3 f0", works.joinCanonical());
    assertEquals(
        "{base_rows_sum=40000, edge_rows_sum=40000, key_count=1, numbers_out_of_range=0, score_sum=10002500000}",
        works.analytics().toString());
  }

  @Test
  void columnsThatNobodyAsksForMayBeNested() throws Exception {
    AllWorks works =
        works(
            "k string, b int64, e int64",
            "SELECT [1, NULL] AS l, {'k': 1, 'b': [2]} AS s, MAP {'k': 'v'} AS m, 'a' AS k, 1 AS b,"
                + " [{'x': [1.5]}] AS ls, 2 AS e");

    assertEquals("a 1 1 1.0 2.0 3.0", works.join());
    assertEquals(
        "{base_rows_sum=1, edge_rows_sum=1, key_count=1, numbers_out_of_range=0, score_sum=3000000}",
        works.analytics().toString());
    assertEquals("a 1 2 2", works.joinCanonical());
    assertEquals("{b.non_null=1, e.non_null=1, k.bytes=1, k.non_null=1}", works.scan().toString());
  }

  @Test
  void columnsThatNobodyAsksForMayBeOfAnyType() throws Exception {
    AllWorks works =
        works(
            "k string, b int64, e int64",
            "SELECT TIME '12:00' AS t, INTERVAL 1 DAY AS i, uuid() AS u, 'x'::BLOB AS o,"
                + " 1::HUGEINT AS h, '1'::BIT AS bits, 'a' AS k, 1 AS b, 2 AS e, NULL AS n,"
                + " '12:00:00+01'::TIMETZ AS tz, 1::UBIGINT AS ub, 'e'::ENUM('e', 'f') AS en,"
                + " '{}'::JSON AS js, TIMESTAMP_NS '2026-01-01 00:00:00.000000001' AS ns");

    assertEquals("a 1 1 1.0 2.0 3.0", works.join());
    assertEquals("a 1 2 2", works.joinCanonical());
  }

  private AllWorks works(String columns, String... selects) throws Exception {
    return AllWorks.of(
        engine,
        Schemas.of(columns),
        CopiedFiles.table(directory, selects),
        directory.resolve("results"));
  }
}
