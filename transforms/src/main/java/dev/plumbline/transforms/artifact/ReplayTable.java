package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.rowstream.RowStream;
import dev.plumbline.transforms.table.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One table of a replay, as CSV and as Parquet: those that are there, or else made of the row
 * stream.
 *
 * @param csv the CSV files
 * @param parquet the Parquet files
 * @param made the kinds that were not there
 */
public record ReplayTable(List<Path> csv, List<Path> parquet, Set<ArtifactKind> made) {
  private static final int PAGE_ROWS = 5_000;

  /** Copies all. */
  public ReplayTable {
    csv = List.copyOf(csv);
    parquet = List.copyOf(parquet);
    made = Set.copyOf(made);
  }

  /**
   * Finds both, and makes what is missing of the row stream, whose digest is checked then.
   *
   * @param csvPath a file, a folder or a glob; what is missing is made in the file, or in the
   *     folder
   * @param parquetPath the same
   * @param store where row streams are
   * @param key which row stream holds the table
   * @throws ArtifactException if something is missing and cannot be made, saying what was looked
   *     for and what is there
   */
  public static ReplayTable find(
      String csvPath, String parquetPath, RowStreamStore store, StreamKey key) throws IOException {
    ArtifactPaths csv = ArtifactPaths.find(ArtifactKind.CSV, csvPath);
    ArtifactPaths parquet = ArtifactPaths.find(ArtifactKind.PARQUET, parquetPath);
    if (csv.isFound() && parquet.isFound()) {
      return new ReplayTable(csv.files(), parquet.files(), Set.of());
    }
    TableWriter table = table(List.of(csv, parquet), store, key);
    Set<ArtifactKind> made = EnumSet.noneOf(ArtifactKind.class);
    return new ReplayTable(
        foundOrMade(csv, table, key, made), foundOrMade(parquet, table, key, made), made);
  }

  /**
   * Finds the Parquet alone, or makes it of the row stream as {@link #find} does.
   *
   * @throws ArtifactException if it is missing and cannot be made, saying what was looked for and
   *     what is there
   */
  public static List<Path> parquet(String path, RowStreamStore store, StreamKey key)
      throws IOException {
    ArtifactPaths parquet = ArtifactPaths.find(ArtifactKind.PARQUET, path);
    return parquet.isFound()
        ? parquet.files()
        : foundOrMade(
            parquet, table(List.of(parquet), store, key), key, EnumSet.noneOf(ArtifactKind.class));
  }

  /** What is missing is made of this. */
  private static TableWriter table(List<ArtifactPaths> wanted, RowStreamStore store, StreamKey key)
      throws IOException {
    Optional<StoredStream> stream = store.find(key);
    if (stream.isEmpty()) {
      throw missing(wanted, store.file(key));
    }
    stream.get().verify();
    RowStream rows = stream.get().open(PAGE_ROWS);
    return new TableWriter(rows, rows.described(), stream.get().manifest().origin().source());
  }

  private static List<Path> foundOrMade(
      ArtifactPaths paths, TableWriter table, StreamKey key, Set<ArtifactKind> made)
      throws IOException {
    if (paths.isFound()) {
      return paths.files();
    }
    Path target = target(paths, key);
    Path directory = target.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    made.add(paths.kind());
    return List.of(Path.of(table.write(paths.kind(), target).path()));
  }

  private static Path target(ArtifactPaths paths, StreamKey key) throws ArtifactException {
    if (Glob.is(paths.path())) {
      throw new ArtifactException(
          "There is " + paths.missing() + "; it can be made of the row stream, but not at a glob",
          null);
    }
    Path named = Path.of(paths.path());
    return paths.kind().is(named) ? named : named.resolve(key.name() + paths.kind().suffix());
  }

  private static ArtifactException missing(List<ArtifactPaths> wanted, Path stream) {
    List<String> missing = new ArrayList<>();
    for (ArtifactPaths paths : wanted) {
      if (!paths.isFound()) {
        missing.add(paths.missing());
      }
    }
    missing.add("no row_stream to make it of at '%s'".formatted(stream));
    return new ArtifactException(
        "Cannot replay offline: there is " + String.join("; ", missing), null);
  }
}
