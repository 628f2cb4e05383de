package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.TableCore;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Tables that no engine takes: each says the same, and leaves nothing behind. */
@ParameterizedClass
@EnumSource
@Tag("exhaustive")
class RefusedTablesTest {
  @Parameter Engines engine;
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"k", "b", "e"})
  void aColumnThatIsNotThereIsNamedWithThoseThatAre(String missing) throws Exception {
    String select =
        "SELECT 'a' AS k, 1 AS b, 2 AS e".replace(" AS " + missing, " AS " + missing + "x");
    AllWorks works = works("k string, b int64, e int64", select);
    String there = "'k', 'b', 'e'".replace("'" + missing + "'", "'" + missing + "x'");

    assertRefused(
        works,
        "Column '%s' of %s cannot be read: there is no such column; there are %s"
            .formatted(missing, file(works, 0), there));
  }

  @Test
  void manyColumnsAreCountedAndTheFirstNamed() throws Exception {
    String columns =
        IntStream.range(0, 500).mapToObj(i -> i + " AS n" + i).collect(Collectors.joining(", "));
    AllWorks works = works("k string, b int64", "SELECT " + columns);
    String first =
        IntStream.range(0, 20).mapToObj(i -> "'n" + i + "'").collect(Collectors.joining(", "));

    assertRefused(works, "there are 500 columns, the first " + first);
  }

  @Test
  void namesDifferByCase() throws Exception {
    AllWorks works = works("K string, b int64, e int64", "SELECT 'a' AS k, 1 AS b, 2 AS e");

    assertRefused(works, "Column 'K' of ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [1, 2]                       | nested, group (LIST)
          {'x': 1}                     | nested, group
          MAP {'a': 1}                 | nested, group (MAP)
          [{'x': [1]}]                 | nested, group (LIST)
          'x'::BLOB                    | BINARY
          TIME '12:00'                 | INT64 (TIME(MICROS,false))
          INTERVAL 1 DAY               | FIXED_LEN_BYTE_ARRAY (INTERVAL)
          uuid()                       | FIXED_LEN_BYTE_ARRAY (UUID)
          1.5::DOUBLE                  | DOUBLE
          DATE '2026-01-01'            | INT32 (DATE)
          'x'                          | BINARY (STRING)
          """)
  void aColumnOfATypeThatIsNotWantedIsNamedWithItsType(String value, String type) throws Exception {
    AllWorks works = works("k string, b int64", "SELECT 'a' AS k, " + value + " AS b");

    assertRefused(
        works,
        "Column 'b' of %s cannot be read: it is %s, where int64 is expected"
            .formatted(file(works, 0), type));
  }

  @Test
  void aTableWithoutRowsIsRefusedByAllWorks() throws Exception {
    String none = "SELECT 'a' AS k, 1 AS b, 2 AS e WHERE false";
    AllWorks works = works("k string, b int64, e int64", none, none);

    assertRefused(works, "found no rows");
    TableException canonical = assertThrows(TableException.class, works::canonical);
    assertTrue(canonical.getMessage().endsWith("found no rows"), canonical.getMessage());
  }

  @Test
  void aTableWithoutFilesIsRefused() throws Exception {
    AllWorks works =
        AllWorks.of(
            engine, Schemas.of("k string"), new WrittenTable(List.of()), directory.resolve("r"));

    assertRefused(works, "the table has no files");
  }

  @Test
  void filesWithoutRowsAmongOthersAreFine() throws Exception {
    AllWorks works =
        works(
            "k string, b int64",
            "SELECT 'a' AS k, 1 AS b WHERE false",
            "SELECT 'a' AS k, 1 AS b",
            "SELECT 'a' AS k, 1 AS b WHERE false");

    assertEquals("a 1 1 1.0 1.0 2.0", works.join());
    assertEquals("a 1 1 1", works.joinCanonical());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          'a' AS k, 1 AS b, 2 AS e, 3 AS x | column 'x' is only in the second
          'a' AS k, 1 AS b            | column 'e' is only in the first
          1 AS b, 'a' AS k, 2 AS e    | column 1 is 'k' in the first, 'b' in the second
          'a' AS k, 1 AS b, 2::BIGINT AS e | column 'e' is INT32 (INTEGER(32,true)) in the first, INT64
          'a' AS k, 1 AS b, [2] AS e  | column 'e' is INT32 (INTEGER(32,true)) in the first, nested, group (LIST)
          """)
  void filesWithOtherColumnsAreNoFilesOfOneTable(String other, String difference) throws Exception {
    AllWorks works =
        works("k string, b int64", "SELECT 'a' AS k, 1 AS b, 2 AS e", "SELECT " + other);

    assertRefused(
        works, "%s and %s are no files of one table: ".formatted(file(works, 0), file(works, 1)));
    assertRefused(works, difference);
  }

  @Test
  void aColumnThatOnlyOneFileLacksIsNamedWithThatFile() throws Exception {
    AllWorks works =
        works("k string, b int64", "SELECT 'a' AS k, 1 AS b", "SELECT 'a' AS k, 1 AS c");

    assertRefused(works, "Column 'b' of " + file(works, 1) + " cannot be read");
  }

  /** Of two columns of one name an engine would take either. */
  @Test
  void aFileWithTwoColumnsOfOneNameIsRefused() throws Exception {
    AllWorks works = works("k string, b1 int64", "SELECT 'a' AS k, 1 AS b1, 2 AS b2");
    Path file = Path.of(file(works, 0));
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("b2", "b1"), StandardCharsets.ISO_8859_1);

    assertRefused(works, file + " cannot be read: column 'b1' occurs twice in it");
  }

  @ParameterizedTest
  @CsvSource({"base", "edge_one", "edge_two"})
  void aCanonicalTableWithoutItsColumnIsRefused(String table) throws Exception {
    AllWorks works = works("k string, b int64", "SELECT 'a' AS k, 1 AS b");
    List<WrittenFile> files = new ArrayList<>();
    for (WrittenFile file : works.canonical().files()) {
      Path path = Path.of(file.path());
      if (path.endsWith(table + ".parquet")) {
        Files.delete(path);
        CopiedFiles.write(path, "SELECT 'a' AS key, 1 AS other", "");
      }
      files.add(ParquetFooter.read(file.path()));
    }
    TableCore join = works.engine().joinCanonical(works.roles(), works.result("join"));

    TableException failed =
        assertThrows(TableException.class, () -> join.run(new WrittenTable(files)));

    assertTrue(failed.getMessage().startsWith("canonical_join"), failed.getMessage());
    assertTrue(failed.getMessage().contains("Column '" + table + "' of "), failed.getMessage());
    assertTrue(failed.getMessage().endsWith("there are 'key', 'other'"), failed.getMessage());
    assertEquals(List.of("canonical"), works.left());
  }

  @Test
  void aRelationWithoutRowsOrWithoutScoresIsNotSummedUp() throws Exception {
    AllWorks works = works("k string, b int64", "SELECT 'a' AS k, 1 AS b");
    Path file = directory.resolve("relation.parquet");
    String columns = "SELECT 1::BIGINT AS base_rows, 1::BIGINT AS edge_rows";
    WrittenTable none = CopiedFiles.write(file, columns + ", 1e0 AS score WHERE false", "");

    TableException empty =
        assertThrows(TableException.class, () -> works.engine().sums().run(none));
    assertEquals("analytics found no rows", empty.getMessage());

    Files.delete(file);
    WrittenTable unscored = CopiedFiles.write(file, columns, "");
    TableException lacking =
        assertThrows(TableException.class, () -> works.engine().sums().run(unscored));
    assertTrue(
        lacking.getMessage().startsWith("analytics: Column 'score' of " + file),
        lacking.getMessage());
  }

  @Test
  void canonicalTablesWithoutRowsAreRefusedUnlessOneHasSome() throws Exception {
    AllWorks works = works("k string, b int64", "SELECT 'a' AS k, 1 AS b");
    Path folder = Files.createDirectories(works.folder().resolve("canonical"));
    List<WrittenFile> none = new ArrayList<>();
    for (String name : List.of("base", "edge_one", "edge_two")) {
      String select = "SELECT 'a' AS key, 1 AS %s WHERE false".formatted(name);
      none.addAll(CopiedFiles.write(folder.resolve(name + ".parquet"), select, "").files());
    }
    TableCore join = works.engine().joinCanonical(works.roles(), works.result("join"));

    TableException failed =
        assertThrows(TableException.class, () -> join.run(new WrittenTable(none)));
    assertTrue(failed.getMessage().startsWith("canonical_join"), failed.getMessage());
    assertTrue(failed.getMessage().endsWith("found no rows"), failed.getMessage());
    assertEquals(List.of("canonical"), works.left());

    Path two = folder.resolve("edge_two.parquet");
    Files.delete(two);
    none.set(2, CopiedFiles.write(two, "SELECT 'a' AS key, 7 AS edge_two", "").files().get(0));
    assertEquals(1, join.run(new WrittenTable(none)).figures().get("rows").intValueExact());
  }

  @ParameterizedTest
  @CsvSource({"k", "b"})
  void aTextThatIsNotUtf8IsRefused(String column) throws Exception {
    String select =
        "SELECT 'abcd' AS k, 'efgh' AS b".replace(column.equals("k") ? "bc" : "fg", "#");
    AllWorks works = works("k string, b string", select);
    Path file = Path.of(file(works, 0));
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(
        file,
        bytes.replace("a#d", "a\u00FFd").replace("e#h", "e\u00FFh"),
        StandardCharsets.ISO_8859_1);

    assertRefused(works, "UTF");
  }

  @Test
  void aNumberBeyondInt64IsRefused() throws Exception {
    AllWorks works =
        works(
            "k string, b int64",
            "SELECT 'a' AS k, unnest([1, 18446744073709551615])::UBIGINT AS b");

    assertRefused(works, "64");
  }

  @Test
  void aTimeFinerThanAMicrosecondIsRefused() throws Exception {
    AllWorks works =
        works(
            "t timestamp, b timestamp",
            "SELECT unnest([TIMESTAMP_NS '2026-01-01 00:00:00.000000001']) AS t, t AS b");

    assertRefused(works, "holds a time finer than a microsecond");
  }

  /** All works say so, each by its name, and nothing is left of any. */
  private static void assertRefused(AllWorks works, String message) throws Exception {
    for (Map.Entry<String, TableCore> work : works.onSource().entrySet()) {
      TableException failed =
          assertThrows(
              TableException.class, () -> work.getValue().run(works.table()), work.getKey());
      assertTrue(failed.getMessage().contains(work.getKey()), failed.getMessage());
      assertTrue(failed.getMessage().contains(message), failed.getMessage());
      assertEquals(List.of(), works.left(), work.getKey());
    }
  }

  private AllWorks works(String columns, String... selects) throws Exception {
    return AllWorks.of(
        engine,
        Schemas.of(columns),
        CopiedFiles.table(directory.resolve("source"), selects),
        directory.resolve("results"));
  }

  private static String file(AllWorks works, int number) {
    return works.table().files().get(number).path();
  }
}
