package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.ColumnType;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.PageList;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.csv.CsvTable;
import dev.plumbline.transforms.rowstream.RowStream;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.PageSource;
import dev.plumbline.transforms.table.WriteException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From pages to each kind of file and on, to the same rows. */
class TableWriterTest {
  private static final long SEED = 5;
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final DescribedSchema DESCRIBED = DescribedSchema.of(HardCells.SCHEMA);
  private static final List<List<Object>> ROWS = HardCells.rows(SEED, 1_000);
  private static final PageSource PAGES = new PageList(SCHEMA, Tables.pages(SCHEMA, ROWS, 300));

  @TempDir Path directory;

  @Test
  void eachKindHoldsTheSameTableForTheJudgeAndForUs() throws Exception {
    TableWriter pages = new TableWriter(PAGES, DESCRIBED, "a mine");
    WrittenFile stream = pages.write(ArtifactKind.ROW_STREAM, directory.resolve("a.jsonl"));
    RowStream rows = RowStream.open(List.of(Path.of(stream.path())), 777);
    TableWriter again = new TableWriter(rows, rows.described(), "a row stream");
    WrittenFile csv = again.write(ArtifactKind.CSV, directory.resolve("b.csv"));
    WrittenFile parquet = again.write(ArtifactKind.PARQUET, directory.resolve("c.parquet"));

    for (WrittenFile file : List.of(stream, csv, parquet)) {
      assertEquals(ROWS.size(), file.rows());
      assertEquals(Files.size(Path.of(file.path())), file.sizeBytes());
      assertEquals(
          Tables.digest(SCHEMA, ROWS),
          StoredTables.judged(Path.of(file.path())),
          file.path() + ", seed " + SEED);
    }
    assertEquals(ROWS, StoredTables.rows(csv(Path.of(csv.path()))), "seed " + SEED);
    assertEquals(DESCRIBED, rows.described());
  }

  @Test
  void viewsGoOnIntoParquet() throws Exception {
    WrittenFile stream =
        new TableWriter(PAGES, DESCRIBED, "a mine")
            .write(ArtifactKind.ROW_STREAM, directory.resolve("a.jsonl"));
    RowStream rows = RowStream.open(List.of(Path.of(stream.path())), 777);
    Path parquet = directory.resolve("c.parquet");
    new TableWriter(rows, rows.described(), "a mine").write(ArtifactKind.PARQUET, parquet);

    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(parquet))) {
      Map<String, String> metadata = reader.getFileMetaData().getKeyValueMetaData();
      assertEquals("a mine", metadata.get("plumbline.source"));
      assertEquals("Gene.c1", metadata.get("plumbline.column.c1.view"));
      assertEquals("java.lang.Integer", metadata.get("plumbline.column.c1.type"));
    }
  }

  @Test
  void aFileTakesThePlaceOfAnotherAndLeavesNothingElse() throws Exception {
    Path file = Files.writeString(directory.resolve("a.csv"), "old");
    new TableWriter(PAGES, DESCRIBED, "a mine").write(ArtifactKind.CSV, file);

    assertEquals(ROWS, StoredTables.rows(csv(file)));
    assertEquals(List.of("a.csv", "a.csv.schema.json"), names());
  }

  @Test
  void whatFailsLeavesNothingNew() throws Exception {
    Path bad = Files.writeString(directory.resolve("bad.jsonl"), "{\"a\":1,\"b\":2}\n");
    RowStream rows = RowStream.open(List.of(bad), 10);
    Files.writeString(bad, "{\"a\":1,\"b\":2}\n{\"a\":");

    assertThrows(
        IOException.class,
        () ->
            new TableWriter(rows, rows.described(), "here")
                .write(ArtifactKind.CSV, directory.resolve("a.csv")));

    assertEquals(List.of("bad.jsonl"), names());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = directory.resolve("nowhere/a.parquet");
    TableWriter table = new TableWriter(PAGES, DESCRIBED, "a mine");

    WriteException refused =
        assertThrows(WriteException.class, () -> table.write(ArtifactKind.PARQUET, file));

    assertTrue(
        refused.getMessage().startsWith("Cannot write into %s: ".formatted(file)),
        refused.getMessage());
  }

  @Test
  void aManifestListsAllThatWasWrittenOfOneTable() throws Exception {
    TableWriter table = new TableWriter(PAGES, DESCRIBED, "a mine");
    Map<ArtifactKind, List<WrittenFile>> written =
        Map.of(
            ArtifactKind.ROW_STREAM,
            List.of(table.write(ArtifactKind.ROW_STREAM, directory.resolve("rows.jsonl"))),
            ArtifactKind.CSV,
            List.of(table.write(ArtifactKind.CSV, directory.resolve("rows.csv"))),
            ArtifactKind.PARQUET,
            List.of(table.write(ArtifactKind.PARQUET, directory.resolve("rows.parquet"))));
    ArtifactOrigin origin =
        new ArtifactOrigin("elt", "a mine", "0f", "a mine", "", "", Instant.EPOCH);
    ArtifactManifest.of(directory, origin, written).write(directory.resolve(ArtifactManifest.FILE));

    ArtifactManifest read = ArtifactManifest.read(directory.resolve(ArtifactManifest.FILE));

    read.verify(directory);
    assertEquals(ROWS.size(), read.rows());
    for (ArtifactKind kind : written.keySet()) {
      assertEquals(
          List.of(Path.of(written.get(kind).get(0).path())),
          ArtifactPaths.find(kind, directory.toString()).require());
    }
  }

  @Test
  void aSingleColumnIsNoCsv() {
    DescribedSchema one = DescribedSchema.of(Tables.export(ColumnType.STRING));
    TableWriter table = new TableWriter(new PageList(one.table(), List.of()), one, "here");

    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> table.write(ArtifactKind.CSV, directory.resolve("a.csv")));

    assertTrue(refused.getMessage().contains("one column"), refused.getMessage());
  }

  @Test
  void rejectsPagesOfOtherColumns() {
    DescribedSchema other = DescribedSchema.of(Tables.export(ColumnType.STRING));

    assertThrows(IllegalArgumentException.class, () -> new TableWriter(PAGES, other, "here"));
  }

  private static CsvTable csv(Path file) throws IOException {
    return CsvTable.open(List.of(file), Optional.empty(), CsvNullPolicy.DISTINCT, 100);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
