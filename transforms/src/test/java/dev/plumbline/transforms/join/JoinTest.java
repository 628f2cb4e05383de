package dev.plumbline.transforms.join;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.parity.read.ParquetFiles;
import dev.plumbline.transforms.Keys;
import dev.plumbline.transforms.ParquetTables;
import dev.plumbline.transforms.RowList;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.analytics.Roles;
import dev.plumbline.transforms.engine.JudgedEngine;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.ViewColumn;
import dev.plumbline.transforms.table.Findings;
import dev.plumbline.transforms.table.ResultFiles;
import dev.plumbline.transforms.table.TableException;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource(JudgedEngine.ALL)
class JoinTest {
  private static final List<Object> TEXTS =
      List.of(
          "",
          "a",
          "aa",
          "A",
          " a",
          "é",
          "e\u0301",
          "z",
          "\uD7FF",
          "\uE000",
          "\uFFFD",
          "\uFFFF",
          "\uD83C\uDF3E",
          "\uD83C\uDF3Ea",
          "\uDBFF\uDFFF",
          "'",
          "\"",
          "null",
          "NULL",
          "0012",
          "\u0000",
          "a\nb");
  private static final List<Object> INTEGERS =
      List.of(
          0L,
          1L,
          -1L,
          9_007_199_254_740_993L,
          9_007_199_254_740_992L,
          Long.MAX_VALUE,
          Long.MIN_VALUE);
  private static final List<Object> DOUBLES =
      List.of(
          0.0,
          1.5,
          -1.5,
          Double.MIN_VALUE,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN,
          0.1 + 0.2,
          0.3);
  private static final List<Object> DAYS =
      List.of(
          LocalDate.of(1970, 1, 1),
          LocalDate.of(1969, 12, 31),
          LocalDate.of(2026, 2, 3),
          LocalDate.of(1, 1, 1));

  @Parameter JudgedEngine engine;
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "1,STRING,STRING,STRING,STRING",
    "2,STRING,INT64,DATE,DOUBLE",
    "3,STRING,BOOLEAN,STRING,INT64",
    "4,INT64,STRING,INT64,STRING",
    "5,INT64,INT64,DOUBLE,BOOLEAN",
    "6,DOUBLE,STRING,STRING,DOUBLE",
    "7,BOOLEAN,STRING,INT64,STRING",
    "8,DATE,DATE,DATE,DATE"
  })
  void tablesOfManyTypesJoinAsTheModelSays(
      long seed, ColumnType key, ColumnType base, ColumnType edgeOne, ColumnType edgeTwo)
      throws Exception {
    Roles roles = roles(key, base, edgeOne, edgeTwo);
    Random random = new Random(seed);
    for (int round = 0; round < 3; round++) {
      List<List<List<Object>>> tables = new ArrayList<>();
      for (int table = 0; table < 3; table++) {
        ColumnType value = CanonicalTables.source(roles, table).type();
        tables.add(table(values(key), values(value), random));
      }
      assertJoinsAsModelled("seed %d, round %d".formatted(seed, round), roles, tables);
    }
  }

  @Test
  void theNullRowOfEachTableStaysARowEvenIfNothingIsInIt() throws Exception {
    Roles roles = roles(ColumnType.STRING, ColumnType.STRING, ColumnType.STRING, ColumnType.STRING);
    List<List<Object>> nothing = List.of(Arrays.asList(null, null));
    List<List<Object>> something = List.of(List.of("a", "1"), Arrays.asList(null, "x"));

    assertJoinsAsModelled("nothing first", roles, List.of(nothing, something, something));
    assertJoinsAsModelled("nothing last", roles, List.of(something, something, nothing));
  }

  @Test
  void tablesWithoutACommonKeyStayApart() throws Exception {
    Roles roles = roles(ColumnType.INT64, ColumnType.STRING, ColumnType.STRING, ColumnType.STRING);

    assertJoinsAsModelled(
        "apart",
        roles,
        List.of(List.of(List.of(1L, "a")), List.of(List.of(2L, "b")), List.of(List.of(3L, "c"))));
  }

  @Test
  void aKeyThatOnlyTheEdgesShareJoinsThem() throws Exception {
    Roles roles = roles(ColumnType.STRING, ColumnType.STRING, ColumnType.STRING, ColumnType.STRING);

    assertJoinsAsModelled(
        "edges",
        roles,
        List.of(
            List.of(List.of("a", "1")),
            List.of(List.of("b", "2")),
            List.of(List.of("a", "3"), List.of("b", "4"))));
  }

  @Test
  void aTableThatIsNotThereIsAnErrorAndLeavesNoFile() throws Exception {
    Roles roles = roles(ColumnType.STRING, ColumnType.STRING, ColumnType.STRING, ColumnType.STRING);
    WrittenTable tables = write("gone", roles, Collections.nCopies(3, List.of(List.of("a", "1"))));
    Files.delete(Path.of(CanonicalTables.file(tables, 1).path()));
    ResultFiles result = new ResultFiles(directory.toString(), "joined");

    TableException failed =
        assertThrows(
            TableException.class, () -> engine.with(2).joinCanonical(roles, result).run(tables));

    assertTrue(failed.getMessage().startsWith("canonical_join"), failed.getMessage());
    assertTrue(failed.getMessage().contains("edge_one.parquet"), failed.getMessage());
    assertFalse(Files.exists(result.whole()));
    assertFalse(Files.exists(ResultFiles.unfinished(result.whole())));
    assertFalse(Files.exists(result.part(0)));
  }

  private void assertJoinsAsModelled(String which, Roles roles, List<List<List<Object>>> tables)
      throws Exception {
    WrittenTable written = write(which, roles, tables);
    ResultFiles result = new ResultFiles(directory.toString(), "it's \"%s\"".formatted(which));

    Findings found = engine.with(2).joinCanonical(roles, result).run(written);

    List<Path> paths = found.files().stream().map(WrittenFile::path).map(Path::of).toList();
    ReadableTable joined = ParquetFiles.open("join", paths);
    RowList rows = new RowList();
    joined.read(rows);
    List<List<Object>> expected = JoinModel.joined(tables);
    assertEquals(expected, rows.rows().stream().map(JoinTest::same).toList(), which);
    assertEquals(CanonicalTables.joined(roles), joined.schema(), which);
    assertEquals(Map.of("rows", BigInteger.valueOf(expected.size())), found.figures(), which);
    assertEquals(written.rows(), found.rowsRead(), which);
    assertEquals(expected.size(), new WrittenTable(found.files()).rows(), which);
    assertEquals(paths.stream().sorted().toList(), paths, which);
    for (WrittenFile file : found.files()) {
      assertEquals(Files.size(Path.of(file.path())), file.sizeBytes(), which);
      assertFalse(Files.exists(ResultFiles.unfinished(Path.of(file.path()))), which);
    }
  }

  private WrittenTable write(String which, Roles roles, List<List<List<Object>>> tables)
      throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      ExportSchema schema = export(CanonicalTables.schema(roles, i));
      Path named = directory.resolve(which).resolve(CanonicalTables.NAMES.get(i) + ".parquet");
      WrittenTable one =
          ParquetTables.write(directory.resolve(which + i), schema, tables.get(i), 1);
      Files.createDirectories(named.getParent());
      Files.move(Path.of(one.files().get(0).path()), named);
      files.add(new WrittenFile(named.toString(), one.rows(), one.sizeBytes()));
    }
    return new WrittenTable(files);
  }

  private static ExportSchema export(TableSchema schema) {
    ExportSchema types =
        Tables.export(schema.columns().stream().map(Column::type).toArray(ColumnType[]::new));
    List<ViewColumn> views = new ArrayList<>();
    for (int i = 0; i < schema.width(); i++) {
      ViewColumn view = types.views().get(i);
      views.add(new ViewColumn(view.view(), view.mineType(), schema.column(i)));
    }
    return new ExportSchema(views);
  }

  /** Each key with even chances, with a value that is null at times; in any order. */
  private static List<List<Object>> table(List<Object> keys, List<Object> values, Random random) {
    List<Object> all = new ArrayList<>(keys);
    all.add(null);
    Collections.shuffle(all, random);
    List<List<Object>> rows = new ArrayList<>();
    for (Object key : all) {
      if (random.nextBoolean()) {
        Object value = random.nextInt(4) == 0 ? null : values.get(random.nextInt(values.size()));
        rows.add(Arrays.asList(key, value));
      }
    }
    return rows;
  }

  private static List<Object> same(List<Object> row) {
    return Arrays.asList(Keys.same(row.get(0)), row.get(1), row.get(2), row.get(3));
  }

  private static List<Object> values(ColumnType type) {
    return switch (type) {
      case STRING -> TEXTS;
      case INT64 -> INTEGERS;
      case DOUBLE -> DOUBLES;
      case BOOLEAN -> List.of(true, false);
      case DATE -> DAYS;
      case TIMESTAMP, DECIMAL -> throw new AssertionError("no mine has a " + type);
    };
  }

  private static Roles roles(ColumnType key, ColumnType base, ColumnType one, ColumnType two) {
    return Roles.of(Tables.export(key, base, one, two).table());
  }
}
