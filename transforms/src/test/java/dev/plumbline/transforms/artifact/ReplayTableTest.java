package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.HardCells;
import dev.plumbline.transforms.PageList;
import dev.plumbline.transforms.StoredTables;
import dev.plumbline.transforms.Tables;
import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.DescribedSchema;
import dev.plumbline.transforms.table.SchemaFile;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTableTest {
  private static final long SEED = 8;
  private static final TableSchema SCHEMA = HardCells.SCHEMA.table();
  private static final List<List<Object>> ROWS = HardCells.rows(SEED, 500);
  private static final StreamKey KEY = new StreamKey("elt", "a mine", "<query/>", 1_000);
  private static final TableWriter TABLE =
      new TableWriter(
          new PageList(SCHEMA, Tables.pages(SCHEMA, ROWS, 100)),
          DescribedSchema.of(HardCells.SCHEMA),
          "a mine");

  @TempDir Path directory;
  private RowStreamStore store;

  @BeforeEach
  void withAnEmptyStore() {
    store = new RowStreamStore(directory.resolve("row-streams"));
  }

  @Test
  void whatIsThereNeedsNoRowStream() throws Exception {
    Path csv = directory.resolve("rows.csv");
    Path parquet = directory.resolve("rows.parquet");
    TABLE.write(ArtifactKind.CSV, csv);
    TABLE.write(ArtifactKind.PARQUET, parquet);

    assertEquals(
        new ReplayTable(List.of(csv), List.of(parquet), Set.of()),
        find(csv.toString(), parquet.toString()));
    assertEquals(
        new ReplayTable(List.of(csv), List.of(parquet), Set.of()),
        find(directory.toString(), directory + "/*.parquet"));
  }

  @Test
  void whatIsMissingIsMadeOfTheRowStreamOnce() throws Exception {
    keep();
    Path csv = directory.resolve("new/old.csv");
    Path folder = directory.resolve("new/parquet");

    ReplayTable made = find(csv.toString(), folder.toString());

    assertEquals(Set.of(ArtifactKind.CSV, ArtifactKind.PARQUET), made.made());
    assertEquals(List.of(csv), made.csv());
    assertEquals(List.of(folder.resolve(KEY.name() + ".parquet")), made.parquet());
    assertEquals(Tables.digest(SCHEMA, ROWS), StoredTables.judged(csv), "seed " + SEED);
    assertEquals(Tables.digest(SCHEMA, ROWS), StoredTables.judged(folder), "seed " + SEED);
    assertEquals(Set.of(), find(csv.toString(), folder.toString()).made());
  }

  @Test
  void onlyWhatIsMissingIsMade() throws Exception {
    keep();
    Path csv = Files.writeString(directory.resolve("foreign.csv"), "Gene.a,Gene.b\n1,2\n");

    ReplayTable found = find(csv.toString(), directory.resolve("rows.parquet").toString());

    assertEquals(Set.of(ArtifactKind.PARQUET), found.made());
    assertEquals("Gene.a,Gene.b\n1,2\n", Files.readString(csv));
  }

  @Test
  void whoWantsTheParquetAloneGetsNoCsv() throws Exception {
    keep();
    Path folder = directory.resolve("new");

    ReplayTable made = ReplayTable.findParquet(folder.toString(), store, KEY);

    List<Path> parquet = List.of(folder.resolve(KEY.name() + ".parquet"));
    assertEquals(new ReplayTable(List.of(), parquet, Set.of(ArtifactKind.PARQUET)), made);
    assertEquals(Tables.digest(SCHEMA, ROWS), StoredTables.judged(folder), "seed " + SEED);
    try (Stream<Path> there = Files.list(folder)) {
      assertEquals(parquet, there.toList());
    }
    assertEquals(
        new ReplayTable(List.of(), parquet, Set.of()),
        ReplayTable.findParquet(folder.toString(), store, KEY));
  }

  @Test
  void whoWantsTheParquetAloneIsToldOfNothingElse() {
    Path parquet = directory.resolve("rows.parquet");
    String message =
        String.valueOf(
            assertThrows(
                    ArtifactException.class,
                    () -> ReplayTable.findParquet(parquet.toString(), store, KEY))
                .getMessage());

    assertTrue(message.contains("no parquet") && message.contains("no row_stream"), message);
    assertFalse(message.contains("csv"), message);
  }

  @Test
  void withoutARowStreamAllThatWasLookedForIsTold() throws Exception {
    Path csv = directory.resolve("a/rows.csv");
    Path parquet = Files.createDirectory(directory.resolve("b"));

    String message = refused(csv.toString(), parquet.toString());

    assertEquals(
        "Cannot replay offline: there is no csv (a file, a folder or a glob of .csv) at '%s': "
                .formatted(csv)
            + "there is no folder '%s'; ".formatted(csv.getParent())
            + "no parquet (a file, a folder or a glob of .parquet) at '%s': ".formatted(parquet)
            + "the folder '%s' is empty; ".formatted(parquet)
            + "no row_stream of a mine to make it of, at '%s'".formatted(store.file(KEY)),
        message);
  }

  @Test
  void aRowStreamThatWasChangedIsNotReplayed() throws Exception {
    Path stream = keep().file();
    byte[] bytes = Files.readAllBytes(stream);
    bytes[bytes.length / 2] ^= 1;
    Files.write(stream, bytes);
    Path csv = directory.resolve("rows.csv");

    String message = refused(csv.toString(), directory.resolve("rows.parquet").toString());

    assertTrue(message.contains(stream + ": its SHA-256 is"), message);
    assertFalse(Files.exists(csv));
  }

  @Test
  void aFileOrSchemaThatIsNotAsItsManifestSaysIsNotReplayed() throws Exception {
    Path csv = Files.createDirectory(directory.resolve("csv")).resolve("rows.csv");
    Path parquet = directory.resolve("rows.parquet");
    TABLE.write(ArtifactKind.PARQUET, parquet);
    WrittenFile written = TABLE.write(ArtifactKind.CSV, csv);
    Path schema = SchemaFile.beside(csv);
    WrittenFile typed = new WrittenFile(schema.toString(), 0, Files.size(schema));
    ArtifactManifest.of(
            directory,
            new ArtifactOrigin("elt", "a mine", "0f", "a mine", "", "", Instant.EPOCH),
            Map.of(ArtifactKind.CSV, List.of(written), ArtifactKind.SCHEMA, List.of(typed)))
        .write(directory.resolve(ArtifactManifest.FILE));
    find(csv.toString(), parquet.toString());

    for (Path changed : List.of(schema, csv)) {
      String text = Files.readString(changed);
      Files.writeString(changed, text.replaceFirst("[a-y]", "z"));
      for (String path : List.of(csv.toString(), csv.getParent() + "/*.csv", "" + directory)) {
        String message = refused(path, parquet.toString());
        assertTrue(message.contains(changed + ": its SHA-256 is"), message);
      }
      Files.writeString(changed, text);
    }
  }

  @Test
  void nothingIsMadeAtAGlob() throws Exception {
    keep();

    String message = refused(directory + "/*.csv", directory.resolve("rows.parquet").toString());

    assertTrue(message.endsWith("but not at a glob"), message);
  }

  private StoredStream keep() throws IOException {
    return store.keep(KEY, TABLE, KEY.origin("a mine", "", "", Instant.EPOCH));
  }

  private ReplayTable find(String csv, String parquet) throws IOException {
    return ReplayTable.find(csv, parquet, store, KEY);
  }

  private String refused(String csv, String parquet) {
    return String.valueOf(
        assertThrows(ArtifactException.class, () -> find(csv, parquet)).getMessage());
  }
}
