package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.engine.Engines;
import dev.plumbline.transforms.parquet.ParquetFooter;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that some engine may take for more than a name: each engine does with them as without. */
@ParameterizedClass
@EnumSource
class AnyNamesTest {
  private static final String ROWS =
      "SELECT 'k' || (i %% 3) AS %s, '1.5' AS %s, i AS %s, 'x' || i AS %s FROM range(7) t(i)";
  private static final Map<String, BigInteger> SUMS =
      Map.of(
          "key_count", BigInteger.valueOf(3),
          "base_rows_sum", BigInteger.valueOf(7),
          "edge_rows_sum", BigInteger.valueOf(7),
          "score_sum", BigInteger.valueOf(13_500_000),
          "numbers_out_of_range", BigInteger.ZERO);
  private static final String TRANSFORMED =
      "k0 3 3 1.5 3.0 4.5\nk1 2 2 1.5 2.5 4.0\nk2 2 2 1.5 3.5 5.0";
  private static final String JOINED = "k0 1.5 0 x0\nk1 1.5 1 x1\nk2 1.5 2 x2";

  @Parameter Engines engine;
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's \"quoted\"", "a b", "*[a]?", "{a,b}", "100%25", "#x?y=1&z", "key=1", "ü漢\uD83C\uDF3E",
        "e\u0301", "a\nb", "back\\slash", "~", "$HOME", "file:x", "-", "a.parquet"
      })
  void aFileOrFolderMayHaveAnyName(String name) throws Exception {
    Path folder = directory.resolve(name);
    CopiedFiles.table(folder, plain());
    Path file = Files.move(folder.resolve("rows-0.parquet"), folder.resolve(name + ".parquet"));
    WrittenTable table = new WrittenTable(List.of(ParquetFooter.read(file.toString())));

    assertAllWorks(schema("c0", "c1", "c2", "c3"), table, folder.resolve("results " + name));
  }

  @ParameterizedTest
  @MethodSource("columnNames")
  void aColumnMayHaveAnyName(List<String> names) throws Exception {
    Object[] quoted = names.stream().map(CopiedFiles::name).toArray();

    assertAllWorks(
        schema(names.toArray(String[]::new)),
        CopiedFiles.table(directory, ROWS.formatted(quoted)),
        directory.resolve("results"));
  }

  static List<List<String>> columnNames() {
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

  @ParameterizedTest
  @ValueSource(ints = {700})
  void aTableMayHaveManyFiles(int count) throws Exception {
    Path folder = directory.resolve("many");
    Path first = Path.of(CopiedFiles.table(folder, plain()).files().get(0).path());
    List<WrittenFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = Files.copy(first, folder.resolve("a name of some length, number " + i));
      files.add(ParquetFooter.read(file.toString()));
    }
    AllWorks works =
        AllWorks.of(
            engine,
            schema("c0", "c1", "c2", "c3"),
            new WrittenTable(files),
            directory.resolve("results"));

    assertEquals(BigInteger.valueOf(7L * count), works.scan().get("c2.non_null"));
    assertEquals(BigInteger.valueOf(7L * count), works.analytics().get("base_rows_sum"));
    assertEquals(
        "k0 %d %d 1.5 3.0 4.5".formatted(3 * count, 3 * count),
        works.transform().lines().findFirst().orElseThrow());
  }

  private void assertAllWorks(TableSchema schema, WrittenTable table, Path results)
      throws Exception {
    AllWorks works = AllWorks.of(engine, schema, table, results);

    assertEquals(
        Map.of(
            schema.column(0).name() + ".non_null", BigInteger.valueOf(7),
            schema.column(0).name() + ".bytes", BigInteger.valueOf(14),
            schema.column(1).name() + ".non_null", BigInteger.valueOf(7),
            schema.column(1).name() + ".bytes", BigInteger.valueOf(21),
            schema.column(2).name() + ".non_null", BigInteger.valueOf(7),
            schema.column(3).name() + ".non_null", BigInteger.valueOf(7),
            schema.column(3).name() + ".bytes", BigInteger.valueOf(14)),
        works.scan());
    assertEquals(SUMS, works.analytics());
    assertEquals(TRANSFORMED, works.transform());
    assertEquals(JOINED, works.join());
  }

  private static String plain() {
    return ROWS.formatted("c0", "c1", "c2", "c3");
  }

  private static TableSchema schema(String... names) {
    return new TableSchema(
        List.of(
            new Column(names[0], ColumnType.STRING),
            new Column(names[1], ColumnType.STRING),
            new Column(names[2], ColumnType.INT64),
            new Column(names[3], ColumnType.STRING)));
  }
}
