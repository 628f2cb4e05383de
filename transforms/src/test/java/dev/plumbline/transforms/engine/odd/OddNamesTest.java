package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.scan.ScanFigures;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names are taken to the letter, whatever an engine could take them for. */
@ParameterizedClass
@EnumSource
@Tag("exhaustive")
class OddNamesTest {
  private static final List<String> COLUMN_NAMES =
      List.of(
          "it's",
          "\"",
          "a\"b\"\"c",
          "'); DROP TABLE x; --",
          "back\\slash",
          "\\\\",
          "a.b",
          "a.b.c.",
          ".",
          "two\nlines",
          "tab\there\r\n",
          " space ",
          "*",
          "**",
          "x*",
          "$",
          "${x}",
          "^a|b$",
          "^.*$",
          "^$",
          "%s %d {0}",
          "?",
          "[0]",
          "a,b;c:d",
          "🌾 wheat",
          "é",
          "e\u0301",
          "SELECT",
          "select",
          "from",
          "count(*)",
          "key",
          "base",
          "edge",
          "score",
          "source",
          "c0",
          "c1",
          "n0",
          "n1",
          "t",
          "rows",
          "count",
          "place_0",
          "filename",
          "file_row_number",
          "rowid",
          "len",
          "__proto__",
          "constructor",
          "0",
          "NULL",
          "true");

  private static final List<List<Object>> ROWS =
      List.of(List.of("a", 1L, 2L, "x"), List.of("b", 3L, 4L, "y"));

  private static final List<String> FILE_NAMES =
      List.of(
          "it's",
          "two words",
          "\"quoted\"",
          "[a]",
          "x[a]b",
          "[",
          "]",
          "[!a]",
          "*",
          "s*",
          "**",
          "q?",
          "{a,b}",
          "{}",
          "100%",
          "%41",
          "%20",
          "a#b",
          "a&b=c",
          "c0=1",
          "~",
          "$HOME",
          "back\\slash",
          "two\nlines",
          "a;b|c<d>",
          "é漢🌾",
          "e\u0301",
          "-",
          "it's \"quoted\"",
          "*[a]?",
          "100%25",
          "#x?y=1&z",
          "key=1",
          "file:x",
          "a.parquet");

  @Parameter Engines engine;
  @TempDir Path directory;

  /** Four names a table, so that each stands in each place once. */
  @Test
  void columnsMayHaveAnyName() throws Exception {
    for (int i = 0; i < COLUMN_NAMES.size(); i++) {
      List<String> names = new ArrayList<>();
      for (int column = 0; column < 4; column++) {
        names.add(COLUMN_NAMES.get((i + 17 * column) % COLUMN_NAMES.size()));
      }
      AllWorks works = works(names, ROWS, 2);

      assertScansAndJoins(works, names);
      if (i % 4 == 0) {
        assertJoinsCanonicalAndSums(works, names);
      }
    }
  }

  /** Where one name could be taken for another's, or for one of the product's own. */
  @ParameterizedTest
  @MethodSource("namesTogether")
  void columnsMayHaveTheseNamesTogether(List<String> names) throws Exception {
    AllWorks works = works(names, ROWS, 2);

    assertScansAndJoins(works, names);
    assertJoinsCanonicalAndSums(works, names);
  }

  static List<List<String>> namesTogether() {
    return List.of(
        List.of("a\"b", "it's", "a.b", "*"),
        List.of("^c0$", "^.*$", "^a|b$", "c0"),
        List.of("*", "^[a-z]+$", "x$", "^y"),
        List.of("a\\b", "a b", "a,b", "`"),
        List.of("%s", "ü漢\uD83C\uDF3E", "e\u0301", "a\nb"),
        List.of("key", "base", "edge", "base_rows"),
        List.of("base", "key", "edge_one", "score"),
        List.of("count", "len", "select", "sum"),
        List.of("1", "$1", "c0.bytes", "c0.non_null"));
  }

  private static void assertScansAndJoins(AllWorks works, List<String> names) {
    Map<String, BigInteger> two =
        ScanFigures.names(works.schema()).stream()
            .collect(Collectors.toMap(name -> name, name -> BigInteger.TWO));
    assertEquals(two, works.scan(), () -> "scan " + names);
    assertEquals("a 1 1 1.0 2.0 3.0\nb 1 1 3.0 4.0 7.0", works.join(), () -> "join " + names);
  }

  private static void assertJoinsCanonicalAndSums(AllWorks works, List<String> names)
      throws Exception {
    assertEquals("a 1 2 x\nb 3 4 y", works.joinCanonical(), () -> "canonical_join " + names);
    assertEquals(
        "{base_rows_sum=2, edge_rows_sum=2, key_count=2, numbers_out_of_range=0, score_sum=10000000}",
        works.analytics().toString(),
        () -> "analytics " + names);
  }

  @Test
  void allPartsMayBePlayedByOneColumnOfAnyName() throws Exception {
    for (String name : List.of("*", "^a|b$", "it's \"x\"", "A")) {
      AllWorks works =
          works(List.of(name), List.of(List.of((Object) "1"), List.of((Object) "1")), 1);

      assertEquals("1 2 2 1.0 1.0 2.0", works.join(), name);
      assertEquals("1 1 1 1", works.joinCanonical(), name);
    }
  }

  @Test
  void columnsWhoseNamesDifferInCaseOnlyAreTwo() throws Exception {
    List<List<Object>> rows =
        List.of(
            List.of("a", 1L, 2L, "x"),
            List.of("a", 3L, 4L, "y"),
            List.of("b", 5L, 6L, "z"),
            List.of("b", 7L, 8L, "z"));
    AllWorks works = works(List.of("Name", "NAME", "name", "nAME"), rows, 2);

    assertEquals(
        "{NAME.non_null=4, Name.bytes=4, Name.non_null=4, nAME.bytes=4, nAME.non_null=4,"
            + " name.non_null=4}",
        works.scan().toString());
    assertEquals("a 2 2 2.0 3.0 5.0\nb 2 2 6.0 7.0 13.0", works.join());
    assertEquals("a 1 2 x\nb 5 6 z", works.joinCanonical());
  }

  /** One table of all, beside files that each name could be taken for. */
  @Test
  void foldersAndFilesOfAnyNameAreRead() throws Exception {
    Path wrong = directory.resolve("wrong.parquet");
    CopiedFiles.write(wrong, "SELECT 'no' AS k, 9 AS b", "");
    List<WrittenFile> files = new ArrayList<>();
    List<String> relation = new ArrayList<>();
    List<String> canonical = new ArrayList<>();
    for (String name : FILE_NAMES.stream().filter(this::canBeNamed).toList()) {
      Path folder = Files.createDirectories(directory.resolve(name).resolve("in " + name));
      for (String other : List.of("xab", "a", "sab", "qa", "ab", "A", " ", "b", "!")) {
        Path others = Files.createDirectories(directory.resolve(other).resolve("in " + other));
        Path there = others.resolve(other + ".parquet");
        if (Files.notExists(there)) {
          Files.copy(wrong, there);
        }
        Files.copy(wrong, folder.resolve(other + ".parquet"));
      }
      String key = "k%02d".formatted(files.size());
      Path file = folder.resolve(name + ".parquet");
      Path plain = directory.resolve(key);
      CopiedFiles.write(plain, "SELECT '%s' AS k, 1 AS b".formatted(key), "");
      Files.copy(plain, file);
      files.add(new WrittenFile(file.toString(), 1, Files.size(file)));
      relation.add(key + " 1 1 1.0 1.0 2.0");
      canonical.add(key + " 1 1 1");
    }
    AllWorks works =
        AllWorks.of(
            engine,
            Schemas.of("k string, b int64"),
            new WrittenTable(files),
            directory.resolve("results"));
    int n = files.size();

    assertEquals(
        "{b.non_null=%d, k.bytes=%d, k.non_null=%d}".formatted(n, 3 * n, n),
        works.scan().toString());
    assertEquals(
        "{base_rows_sum=%d, edge_rows_sum=%d, key_count=%d, numbers_out_of_range=0, score_sum=%d}"
            .formatted(n, n, n, 2_000_000 * n),
        works.analytics().toString());
    assertEquals(String.join("\n", relation), works.join());
    assertEquals(String.join("\n", canonical), works.joinCanonical());
  }

  @Test
  void resultsAreWrittenIntoFoldersOfAnyName() throws Exception {
    Path plain = directory.resolve("plain.parquet");
    CopiedFiles.write(plain, "SELECT 'a' AS k, 1 AS b", "");
    WrittenTable table =
        new WrittenTable(List.of(new WrittenFile(plain.toString(), 1, Files.size(plain))));
    WrittenTable tables = results(table, directory.resolve("source")).canonical();
    for (String name : FILE_NAMES.stream().filter(this::canBeNamed).toList()) {
      AllWorks works = results(table, directory.resolve(name).resolve("results " + name));

      assertEquals("a 1 1 1.0 1.0 2.0", works.join(), name);
      assertEquals("a 1 1 1", works.joinCanonical(tables), name);
    }
  }

  private AllWorks results(WrittenTable table, Path folder) throws Exception {
    return AllWorks.of(engine, Schemas.of("k string, b int64"), table, folder);
  }

  @Test
  void aNameThatDuckDbCannotBeToldIsRefusedByItAlone() throws Exception {
    Path file = directory.resolve("back\\slash [and] brackets.parquet");
    Path plain = directory.resolve("plain.parquet");
    CopiedFiles.write(plain, "SELECT 'a' AS k, 1 AS b", "");
    Files.copy(plain, file);
    WrittenTable table =
        new WrittenTable(List.of(new WrittenFile(file.toString(), 1, Files.size(file))));
    AllWorks works =
        AllWorks.of(engine, Schemas.of("k string, b int64"), table, directory.resolve("results"));

    if (engine == Engines.DUCKDB) {
      TableException failed = assertThrows(TableException.class, works::join);
      assertTrue(failed.getMessage().contains("DuckDB cannot read " + file), failed.getMessage());
    } else {
      assertEquals("a 1 1 1.0 1.0 2.0", works.join());
    }
  }

  /** A table of text, integer, integer and text, as far as there are names. */
  private AllWorks works(List<String> names, List<List<Object>> rows, int files) throws Exception {
    List<ColumnType> types =
        List.of(ColumnType.STRING, ColumnType.INT64, ColumnType.INT64, ColumnType.STRING);
    List<Column> columns = new ArrayList<>();
    List<ViewColumn> views = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column column = new Column(names.get(i), types.get(i));
      columns.add(column);
      views.add(new ViewColumn("Gene.c" + i, "java.lang.Object", column));
    }
    Path folder = Files.createTempDirectory(directory, "table");
    return AllWorks.of(
        engine,
        new TableSchema(columns),
        ParquetTables.write(folder.resolve("source"), new ExportSchema(views), rows, files),
        folder.resolve("results"));
  }

  private boolean canBeNamed(String name) {
    try {
      return Files.notExists(directory.resolve(name));
    } catch (InvalidPathException e) { // where the system's names are not UTF-8
      return false;
    }
  }
}
