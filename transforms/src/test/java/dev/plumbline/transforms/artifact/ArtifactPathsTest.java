package dev.plumbline.transforms.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactPathsTest {
  @TempDir Path directory;

  @Test
  void aFileIsItself() throws Exception {
    Path file = file("a.csv");

    assertEquals(List.of(file), find(ArtifactKind.CSV, file).require());
    assertEquals(
        List.of(file("B.NDJSON")), find(ArtifactKind.ROW_STREAM, file("B.NDJSON")).files());
  }

  @Test
  void aFolderGivesItsFilesOfThatKindSorted() throws Exception {
    file("rows-1.csv");
    file("rows-0.csv");
    file("rows.parquet");
    file("schema.json");
    file(".hidden.csv");
    file("_temporary.csv");
    file("rows-2.csv.partial");
    Files.createDirectory(directory.resolve("folder.csv"));
    file("folder.csv/inner.csv");

    assertEquals(
        List.of(directory.resolve("rows-0.csv"), directory.resolve("rows-1.csv")),
        find(ArtifactKind.CSV, directory).require());
    assertEquals(
        List.of(directory.resolve("rows.parquet")),
        find(ArtifactKind.PARQUET, directory).require());
  }

  @Test
  void aFolderWithAManifestGivesWhatItLists() throws Exception {
    Path listed = file("listed.csv");
    file("leftover.csv");
    Path parquet = file("unlisted.parquet");
    manifest(listed).write(directory.resolve(ArtifactManifest.FILE));

    assertEquals(List.of(listed), find(ArtifactKind.CSV, directory).require());
    assertEquals(List.of(parquet), find(ArtifactKind.PARQUET, directory).require());
  }

  @Test
  void aListedFileThatIsGoneOrOfAnotherSizeIsNamed() throws Exception {
    Path listed = file("listed.csv");
    manifest(listed).write(directory.resolve(ArtifactManifest.FILE));
    Files.writeString(listed, "longer than before");

    assertTrue(refused(directory).contains(listed + ": it has 18 bytes"), refused(directory));
    Files.delete(listed);
    assertTrue(refused(directory).contains(listed + ": its manifest lists it"), refused(directory));
  }

  @Test
  void aGlobGivesWhatItFitsSorted() throws Exception {
    Path b = file("run-b/rows.csv");
    Path a = file("run-a/rows.csv");
    Path a1 = file("run-a/rows-1.csv");
    Path deep = file("run-a/more/deep/rows.csv");
    file("run-a/rows.parquet");
    file("run-a/.rows.csv");
    file(".run-c/rows.csv");
    file("other/rows.csv");

    assertEquals(List.of(a1, a, b), glob("run-*/*.csv"));
    assertEquals(List.of(a, b), glob("run-[ab]/rows.csv"));
    assertEquals(List.of(a1), glob("run-a/rows-?.csv"));
    assertEquals(List.of(a1, a, b), glob("{run-a,run-b}/*"));
    assertEquals(List.of(deep, a1, a, b), glob("run-**/*.csv"));
    assertEquals(List.of(), glob("run-*/*.jsonl"));
  }

  @Test
  void aFileWhoseNameLooksLikeAGlobIsItself() throws Exception {
    Path file = file("rows[1].csv");

    assertEquals(List.of(file), find(ArtifactKind.CSV, file).require());
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws Exception {
    Path file = file("rows.parquet");

    assertEquals(
        "Cannot read %s: it is no row_stream, whose names end in .jsonl or .ndjson".formatted(file),
        String.valueOf(
            assertThrows(ArtifactException.class, () -> find(ArtifactKind.ROW_STREAM, file))
                .getMessage()));
  }

  @Test
  void whatIsNotThereIsToldWithWhatIsThereInstead() throws Exception {
    file("b.csv");
    file("a.parquet");
    Path missing = directory.resolve("rows.csv");

    ArtifactPaths paths = find(ArtifactKind.CSV, missing);

    assertFalse(paths.isFound());
    assertEquals(
        "There is no csv (a file, a folder or a glob of .csv) at '%s': ".formatted(missing)
            + "the folder '%s' holds a.parquet, b.csv".formatted(directory),
        String.valueOf(assertThrows(ArtifactException.class, paths::require).getMessage()));
  }

  @Test
  void folderAndGlobThatHoldNoneAreTold() throws Exception {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    for (int i = 0; i < 10; i++) {
      file("row-%d.txt".formatted(i));
    }

    assertTrue(
        find(ArtifactKind.CSV, empty)
            .missing()
            .endsWith("the folder '%s' is empty".formatted(empty)));
    String glob = ArtifactPaths.find(ArtifactKind.CSV, directory + "/*.csv").missing();
    assertTrue(glob.contains("holds empty, row-0.txt") && glob.endsWith(" and 3 more"), glob);
    String nowhere = find(ArtifactKind.CSV, directory.resolve("no/where.csv")).missing();
    assertTrue(
        nowhere.endsWith("there is no folder '%s'".formatted(directory.resolve("no"))), nowhere);
  }

  private List<Path> glob(String pattern) throws IOException {
    return ArtifactPaths.find(ArtifactKind.CSV, directory + "/" + pattern).files();
  }

  private static ArtifactPaths find(ArtifactKind kind, Path path) throws IOException {
    return ArtifactPaths.find(kind, path.toString());
  }

  private static String refused(Path path) {
    return String.valueOf(
        assertThrows(ArtifactException.class, () -> find(ArtifactKind.CSV, path)).getMessage());
  }

  private ArtifactManifest manifest(Path csv) throws IOException {
    ArtifactFile file =
        ArtifactFile.of(directory, new WrittenFile(csv.toString(), 3, Files.size(csv)));
    return new ArtifactManifest(
        new ArtifactOrigin("elt", "a mine", "0f", "a mine", "", "", Instant.EPOCH),
        3,
        Map.of(ArtifactKind.CSV, List.of(file)));
  }

  private Path file(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }
}
