package dev.plumbline.transforms.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.Column;
import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our CSV files and those of others, read into pages. */
class CsvTableTest {
  private static final long SEED = 4180;
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final TableSchema GENES =
      new TableSchema(
          List.of(
              new Column("length", ColumnType.INT64),
              new Column("primaryIdentifier", ColumnType.STRING),
              new Column("score", ColumnType.DOUBLE)));

  @TempDir Path directory;

  @Test
  void cellsOfAllKindsComeBackToOurReaderAndToTheJudge() throws Exception {
    List<List<Object>> rows = HardCells.rows(SEED, 5_000);
    Path file = directory.resolve("rows.csv");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(HardCells.SCHEMA));
    StoredTables.write(file, new CsvSpec(SCHEMA), SCHEMA, rows);

    CsvTable table = open(file);

    assertEquals(rows, StoredTables.rows(table), "seed " + SEED);
    assertEquals(DescribedSchema.of(HardCells.SCHEMA), table.described());
    assertEquals(Tables.digest(SCHEMA, rows), StoredTables.judged(file), "seed " + SEED);
  }

  @Test
  void timesAndDecimalsComeBackToOurReaderAndToTheJudge() throws Exception {
    TableSchema schema = HardCells.TIMES_AND_DECIMALS;
    List<List<Object>> rows = HardCells.timesAndDecimals(SEED, 2_000);
    Path file = directory.resolve("times.csv");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(schema));
    StoredTables.write(file, new CsvSpec(schema), schema, rows);

    assertEquals(rows, StoredTables.rows(open(file)), "seed " + SEED);
    assertEquals(Tables.digest(schema, rows), StoredTables.judged(file), "seed " + SEED);
  }

  @Test
  void fieldsLongerThanAnyBufferComeBack() throws Exception {
    List<List<Object>> rows =
        List.of(
            Arrays.asList("0123456789".repeat(200_000), 1L, null, null, null, "short"),
            Arrays.asList("1,\"ü\"\r\n\n".repeat(100_000), 2L, null, null, null, null));
    Path file = directory.resolve("rows.csv");
    SchemaFile.write(SchemaFile.in(directory), DescribedSchema.of(SCHEMA));
    StoredTables.write(file, new CsvSpec(SCHEMA), SCHEMA, rows);

    assertEquals(rows, StoredTables.rows(open(file)));
  }

  @Test
  void severalFilesAreOneTableInTheirOrder() throws Exception {
    List<List<Object>> rows = HardCells.rows(SEED, 1_000);
    SchemaFile.write(SchemaFile.in(directory), DescribedSchema.of(SCHEMA));
    Path one = directory.resolve("rows-0.csv");
    Path two = directory.resolve("rows-1.csv");
    StoredTables.write(one, new CsvSpec(SCHEMA), SCHEMA, rows.subList(0, 500));
    StoredTables.write(two, new CsvSpec(SCHEMA), SCHEMA, rows.subList(500, rows.size()));

    CsvTable table =
        CsvTable.open(List.of(one, two), Optional.empty(), CsvNullPolicy.DISTINCT, 300);

    assertEquals(rows, StoredTables.rows(table), "seed " + SEED);
    long start = 0;
    for (PackedPage page : StoredTables.pages(table)) {
      assertEquals(start, page.start());
      start += page.rows();
    }
    assertEquals(rows.size(), start);
  }

  @Test
  void pathsInTheHeaderBecomeOurNamesAndLendTheirTypes() throws Exception {
    Path file =
        file("\uFEFFGene.primaryIdentifier,Gene.length,Gene.organism.name\r\nFBgn1,7,fly\r\n,,");

    CsvTable table = CsvTable.open(List.of(file), Optional.of(GENES), CsvNullPolicy.DISTINCT, 10);

    assertEquals(
        "primaryIdentifier string, length int64, organism_name string", table.schema().toString());
    assertEquals(
        Map.of(
            "Gene.primaryIdentifier", "primaryIdentifier",
            "Gene.length", "length",
            "Gene.organism.name", "organism_name"),
        table.names().renamed());
    assertEquals(
        List.of(Arrays.asList("FBgn1", 7L, "fly"), Arrays.asList(null, null, null)),
        StoredTables.rows(table));
  }

  @Test
  void withoutTypesAllIsText() throws Exception {
    CsvTable table = open(file("a,b\n1,2001-01-01\n\"\",\n"));

    assertEquals("a string, b string", table.schema().toString());
    assertEquals(
        List.of(List.of("1", "2001-01-01"), Arrays.asList("", null)), StoredTables.rows(table));
  }

  @Test
  void emptyIsNullWhereThePolicySaysSo() throws Exception {
    Path file = file("length,primaryIdentifier,score\n\"\",\"\",\"\"\n,,\n1,x,-0.5e1\n");

    CsvTable table =
        CsvTable.open(List.of(file), Optional.of(GENES), CsvNullPolicy.EMPTY_IS_NULL, 10);

    assertEquals(
        List.of(
            Arrays.asList(null, null, null),
            Arrays.asList(null, null, null),
            List.of(1L, "x", -5.0)),
        StoredTables.rows(table));
  }

  @Test
  void quotedNumbersAreNumbers() throws Exception {
    Path file = file("length,score\n\"12\",\"NaN\"\n+3,-Infinity\n0,.5\n");

    CsvTable table = CsvTable.open(List.of(file), Optional.of(GENES), CsvNullPolicy.DISTINCT, 10);

    assertEquals(
        List.of(List.of(12L, Double.NaN), List.of(3L, Double.NEGATIVE_INFINITY), List.of(0L, 0.5)),
        StoredTables.rows(table));
  }

  @Test
  void othersWritingsOfTruthAndDatesAreRead() throws Exception {
    TableSchema types =
        new TableSchema(
            List.of(new Column("flag", ColumnType.BOOLEAN), new Column("day", ColumnType.DATE)));
    Path file = file("flag,day\nTrue,2001-02-03\nFALSE,-0044-03-15\nfalse,12345-01-01\n");

    CsvTable table = CsvTable.open(List.of(file), Optional.of(types), CsvNullPolicy.DISTINCT, 10);

    assertEquals(
        List.of(
            List.of(true, LocalDate.of(2001, 2, 3)),
            List.of(false, LocalDate.of(-44, 3, 15)),
            List.of(false, LocalDate.of(12345, 1, 1))),
        StoredTables.rows(table));
  }

  @Test
  void aHeaderOfPathsFitsASchemaOfOurNames() throws Exception {
    Path file = file("Gene.length,Gene.primaryIdentifier,Gene.score\n1,x,2\n");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(GENES));

    assertEquals(List.of(List.of(1L, "x", 2.0)), StoredTables.rows(open(file)));
  }

  @Test
  void aHeaderThatIsNotTheSchemasIsNamed() throws Exception {
    Path file = file("length,score,primaryIdentifier\n1,2,x\n");
    SchemaFile.write(SchemaFile.beside(file), DescribedSchema.of(GENES));

    ArtifactException refused = assertThrows(ArtifactException.class, () -> open(file));

    assertEquals(
        "Cannot read %s: its header is [length, score, primaryIdentifier], ".formatted(file)
            + "expected [length, primaryIdentifier, score]",
        refused.getMessage());
  }

  @Test
  void aFileOfATableWithAnotherHeaderIsNamed() throws Exception {
    Path one = file("a,b\n1,2\n");
    Path two = Files.writeString(directory.resolve("two.csv"), "b,a\n1,2\n");
    CsvTable table = CsvTable.open(List.of(one, two), Optional.empty(), CsvNullPolicy.DISTINCT, 10);

    ArtifactException refused =
        assertThrows(ArtifactException.class, () -> StoredTables.rows(table));

    assertTrue(
        refused.getMessage().contains(two + ": its header is [b, a], expected [a, b]"),
        refused.getMessage());
  }

  @Test
  void policiesHaveTheirNames() {
    assertEquals("distinct", CsvNullPolicy.DISTINCT.label());
    assertEquals("empty-is-null", CsvNullPolicy.EMPTY_IS_NULL.label());
    for (CsvNullPolicy policy : CsvNullPolicy.values()) {
      assertEquals(Optional.of(policy), CsvNullPolicy.of(policy.label()));
    }
    assertEquals(Optional.empty(), CsvNullPolicy.of("never"));
  }

  private static CsvTable open(Path file) throws IOException {
    return CsvTable.open(List.of(file), Optional.empty(), CsvNullPolicy.DISTINCT, 333);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("one.csv"), text);
  }
}
