package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.engine.polars.PolarsScript;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that Polars writes, with its own types beside Parquet's: each engine reads them alike. */
@ParameterizedClass
@EnumSource
@Tag("exhaustive")
class PolarsFilesTest {
  /** By the frame in them: the first engine's turn lets Polars write a file, the others read it. */
  private static final Map<String, Path> FILES = new HashMap<>();

  @TempDir static Path shared;

  @Parameter Engines engine;
  @TempDir Path directory;

  /** Not in the order of their first appearance, which is how Polars numbers categories. */
  @ParameterizedTest
  @CsvSource({"Utf8", "Categorical"})
  void textsAreKeysInTheirOrder(String type) throws Exception {
    AllWorks works =
        works(
            "k string, b string, e int64",
            """
            k: of(['z', 'b', null, 'a', 'z', 'é', '10'], pl.%1$s),
            b: of(['1', 'x', '3', '4', '2', null, '1e1'], pl.%1$s),
            e: of([1, 2, 3, 4, 5, 6, 7], pl.Int8),
            """
                .formatted(type));

    assertEquals(
        "{b.bytes=8, b.non_null=6, e.non_null=7, k.bytes=8, k.non_null=6}",
        works.scan().toString());
    assertEquals(
        """
        10 1 1 10.0 7.0 17.0
        a 1 1 4.0 4.0 8.0
        b 1 1 null 2.0 2.0
        z 2 2 1.5 3.0 4.5
        é 1 1 null 6.0 6.0
        null 1 null 3.0 null 3.0
        null null 1 null 3.0 3.0""",
        works.join());
    assertEquals(
        """
        10 1e1 7 7
        a 4 4 4
        b x 2 2
        z 1 1 1
        é null 6 6
        null 3 null null
        null null 3 null
        null null null 3""",
        works.joinCanonical());
  }

  @ParameterizedTest
  @CsvSource({
    "Int8,int64",
    "Int16,int64",
    "Int32,int64",
    "Int64,int64",
    "UInt8,int64",
    "UInt16,int64",
    "UInt32,int64",
    "UInt64,int64",
    "Float32,double",
    "Float64,double"
  })
  void numbersOfAnyWidthAreKeysAndNumbers(String type, String canonical) throws Exception {
    AllWorks works =
        works(
            "k %1$s, b %1$s".formatted(canonical),
            "k: of([10, 9, 100, 9, null], pl.%1$s), b: of([1, 2, 3, 4, 5], pl.%1$s),"
                .formatted(type));
    String point = canonical.equals("double") ? ".0" : "";

    assertEquals(
        """
        9%1$s 2 2 3.0 3.0 6.0
        10%1$s 1 1 1.0 1.0 2.0
        100%1$s 1 1 3.0 3.0 6.0
        null 1 null 5.0 null 5.0
        null null 1 null 5.0 5.0"""
            .formatted(point),
        works.join());
    assertEquals("5", works.analytics().get("key_count").toString());
  }

  @ParameterizedTest
  @CsvSource({"ms", "us", "ns"})
  void timesOfAnyUnitAreKeysAndNoNumbers(String unit) throws Exception {
    AllWorks works =
        works(
            "k timestamp, b timestamp",
            """
            k: of([new Date(86400001), new Date(-1), new Date(86400001), null], pl.Datetime('%1$s')),
            b: of([new Date(1), new Date(2), new Date(3), new Date(4)], pl.Datetime('%1$s')),
            """
                .formatted(unit));

    assertEquals(
        """
        1969-12-31T23:59:59.999Z 1 1 null null 0.0
        1970-01-02T00:00:00.001Z 2 2 null null 0.0
        null 1 null null null 0.0
        null null 1 null null 0.0""",
        works.join());
    assertEquals(
        """
        1969-12-31T23:59:59.999Z 1970-01-01T00:00:00.002Z 1970-01-01T00:00:00.002Z 1970-01-01T00:00:00.002Z
        1970-01-02T00:00:00.001Z 1970-01-01T00:00:00.001Z 1970-01-01T00:00:00.001Z 1970-01-01T00:00:00.001Z
        null 1970-01-01T00:00:00.004Z null null
        null null 1970-01-01T00:00:00.004Z null
        null null null 1970-01-01T00:00:00.004Z""",
        works.joinCanonical());
  }

  @Test
  void daysAndTruthValuesAreKeys() throws Exception {
    AllWorks works =
        works(
            "k date, b boolean",
            """
            k: of([new Date(86400000), new Date(-86400000)], pl.Date),
            b: of([true, false], pl.Bool),
            """);

    assertEquals("1969-12-31 1 1 null null 0.0\n1970-01-02 1 1 null null 0.0", works.join());
    assertEquals("1969-12-31 false false false\n1970-01-02 true true true", works.joinCanonical());
  }

  @Test
  void aColumnOfNothingButNullsThatHasNoTypeIsRefused() throws Exception {
    AllWorks works =
        written(
            "k string, b string",
            "pl.DataFrame({ k: ['a'] }).withColumns(pl.lit(null).alias('b'))");

    TableException failed = assertThrows(TableException.class, works::join);

    assertTrue(failed.getMessage().contains("Column 'b' of "), failed.getMessage());
  }

  @Test
  void nestedColumnsThatNobodyAsksForAreNoMatter() throws Exception {
    AllWorks works =
        works(
            "k string, b int64",
            "l: [[1, 2], [3]], s: [{ x: 1 }, { x: 2 }], k: ['a', 'b'], b: of([1, 2], pl.Int64),");

    assertEquals("a 1 1 1.0 1.0 2.0\nb 1 1 2.0 2.0 4.0", works.join());
  }

  /** Of a frame with these columns. */
  private AllWorks works(String schema, String columns) throws Exception {
    return written(schema, "pl.DataFrame({ " + columns + " })");
  }

  private AllWorks written(String schema, String frame) throws Exception {
    Path file = FILES.get(frame);
    if (file == null) {
      file = shared.resolve(FILES.size() + ".parquet");
      PolarsScript.run(
          shared,
          """
          const of = (values, type) => pl.Series('x', values).cast(type, true);
          %s.writeParquet('%s', { compression: 'zstd' });
          """
              .formatted(frame, file));
      FILES.put(frame, file);
    }
    WrittenTable table = new WrittenTable(List.of(ParquetFooter.read(file.toString())));
    return AllWorks.of(engine, Schemas.of(schema), table, directory.resolve("results"));
  }
}
