package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.rowstream.RowStream;
import dev.plumbline.transforms.table.ArtifactException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One table of a replay, as CSV and as Parquet: those that are there, or else made of the row
 * stream.
 *
 * @param csv the CSV files; none if they were not asked for
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
   * Finds both, holds what is there to the digests that its manifest knows, and makes what is
   * missing of the row stream, whose digest is checked, too.
   *
   * @param csvPath a file, a folder or a glob; what is missing is made in the file, or in the
   *     folder
   * @param parquetPath the same
   * @param store where row streams are
   * @param key which row stream holds the table
   * @throws ArtifactException if a file was changed, or something is missing and cannot be made,
   *     saying what was looked for and what is there
   */
  public static ReplayTable find(
      String csvPath, String parquetPath, RowStreamStore store, StreamKey key) throws IOException {
    ArtifactPaths csv = ArtifactPaths.find(ArtifactKind.CSV, csvPath);
    ArtifactPaths parquet = ArtifactPaths.find(ArtifactKind.PARQUET, parquetPath);
    return of(List.of(csv, parquet), store, key);
  }

  /** The same of the Parquet alone. */
  public static ReplayTable findParquet(String path, RowStreamStore store, StreamKey key)
      throws IOException {
    return of(List.of(ArtifactPaths.find(ArtifactKind.PARQUET, path)), store, key);
  }

  private static ReplayTable of(List<ArtifactPaths> asked, RowStreamStore store, StreamKey key)
      throws IOException {
    Map<ArtifactKind, List<Path>> files = new EnumMap<>(ArtifactKind.class);
    List<ArtifactPaths> missing = new ArrayList<>();
    for (ArtifactPaths paths : asked) {
      if (paths.isFound()) {
        paths.verify();
        files.put(paths.kind(), paths.files());
      } else {
        missing.add(paths);
      }
    }
    Map<ArtifactKind, Path> made = missing.isEmpty() ? Map.of() : make(missing, store, key);
    made.forEach((kind, file) -> files.put(kind, List.of(file)));
    return new ReplayTable(
        files.getOrDefault(ArtifactKind.CSV, List.of()),
        files.getOrDefault(ArtifactKind.PARQUET, List.of()),
        made.keySet());
  }

  private static Map<ArtifactKind, Path> make(
      List<ArtifactPaths> missing, RowStreamStore store, StreamKey key) throws IOException {
    return store.reading(
        key,
        () -> {
          StoredStream stream =
              store.find(key).orElseThrow(() -> nothingToMakeOf(missing, key, store.file(key)));
          return make(missing, stream, key);
        });
  }

  private static Map<ArtifactKind, Path> make(
      List<ArtifactPaths> missing, StoredStream stream, StreamKey key) throws IOException {
    Map<ArtifactKind, Path> targets = new EnumMap<>(ArtifactKind.class);
    for (ArtifactPaths paths : missing) {
      targets.put(paths.kind(), target(paths, key).toAbsolutePath());
    }
    stream.verify();
    RowStream rows = stream.open(PAGE_ROWS);
    TableWriter table =
        new TableWriter(rows, rows.described(), stream.manifest().origin().source());
    for (Map.Entry<ArtifactKind, Path> made : targets.entrySet()) {
      Path folder = made.getValue().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      table.write(made.getKey(), made.getValue());
    }
    return targets;
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

  private static ArtifactException nothingToMakeOf(
      List<ArtifactPaths> missing, StreamKey key, Path stream) {
    List<String> told = new ArrayList<>(missing.stream().map(ArtifactPaths::missing).toList());
    told.add("no row_stream of %s to make it of, at '%s'".formatted(key.input(), stream));
    return new ArtifactException(
        "Cannot replay offline: there is " + String.join("; ", told), null);
  }
}
