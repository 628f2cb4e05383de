package dev.plumbline.transforms.engine.odd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.engine.list.Engines;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables of many files, and of many columns: made once, and each engine makes the same of them. */
@Tag("exhaustive")
class LargeTablesTest {
  private static final int FILES = 700;
  private static final int WIDTH = 10_000;

  private static final TableSchema MANY = Schemas.of("k string, b string, e int64, f string");
  private static final List<Column> WIDE =
      IntStream.range(0, WIDTH).mapToObj(LargeTablesTest::column).toList();

  @TempDir static Path directory;
  private static WrittenTable many;
  private static WrittenTable wide;

  @BeforeAll
  static void makeTheTables() throws Exception {
    Path folder = directory.resolve("many");
    Path first =
        Path.of(
            CopiedFiles.table(
                    folder,
                    "SELECT 'k' || (i % 3) AS k, '1.5' AS b, i AS e, 'x' || i AS f FROM range(7) t(i)")
                .files()
                .get(0)
                .path());
    long size = Files.size(first);
    List<WrittenFile> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Path file = Files.copy(first, folder.resolve("a name of some length, number " + i));
      files.add(new WrittenFile(file.toString(), 7, size));
    }
    many = new WrittenTable(files);
    String select =
        IntStream.range(0, WIDTH)
            .mapToObj(
                i ->
                    (i % 2 == 0 ? "'t' || (i + %d)" : "i + %d").formatted(i)
                        + " AS "
                        + CopiedFiles.name(WIDE.get(i).name()))
            .collect(Collectors.joining(", "));
    wide = CopiedFiles.table(directory, "SELECT " + select + " FROM range(2) t(i)");
  }

  @ParameterizedTest
  @EnumSource
  void aTableMayHaveManyFiles(Engines engine) throws Exception {
    AllWorks works = works(engine, MANY, many);

    assertEquals(
        "{b.bytes=14700, b.non_null=4900, e.non_null=4900, f.bytes=9800, f.non_null=4900,"
            + " k.bytes=9800, k.non_null=4900}",
        works.scan().toString());
    assertEquals(
        "{base_rows_sum=4900, edge_rows_sum=4900, key_count=3, numbers_out_of_range=0, score_sum=13500000}",
        works.analytics().toString());
    assertEquals(
        "k0 2100 2100 1.5 3.0 4.5\nk1 1400 1400 1.5 2.5 4.0\nk2 1400 1400 1.5 3.5 5.0",
        works.join());
  }

  @ParameterizedTest
  @EnumSource
  void tenThousandColumnsAreScannedAndTheFirstThreeTransformed(Engines engine) throws Exception {
    AllWorks works = works(engine, new TableSchema(WIDE), wide);

    Map<String, BigInteger> scanned = works.scan();

    assertEquals(15_000, scanned.size());
    for (Column column : WIDE) {
      assertEquals(BigInteger.TWO, scanned.get(column.name() + ".non_null"), column.name());
    }
    assertEquals(BigInteger.valueOf(10), scanned.get(WIDE.get(9_998).name() + ".bytes"));
    assertEquals("t0 1 1 1.0 null 1.0\nt1 1 1 2.0 null 2.0", works.join());
  }

  private static Column column(int i) {
    return new Column(
        "a column of some length, and of number " + i,
        i % 2 == 0 ? ColumnType.STRING : ColumnType.INT64);
  }

  private static AllWorks works(Engines engine, TableSchema schema, WrittenTable table)
      throws Exception {
    return AllWorks.of(engine, schema, table, directory.resolve("results of " + engine.label()));
  }
}
