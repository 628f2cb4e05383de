package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.table.ArtifactException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of one kind that a path names: a file; the files in a directory, by its manifest where
 * that lists such; or those that a glob fits.
 *
 * @param kind which kind of file
 * @param path as it was given
 * @param files sorted by path, but in the manifest's order where it lists them; none if nothing is
 *     there
 * @param seen what is there instead, for messages
 */
public record ArtifactPaths(ArtifactKind kind, String path, List<Path> files, String seen) {
  private static final int LISTED = 8;

  /** Copies the files. */
  public ArtifactPaths {
    files = List.copyOf(files);
  }

  /**
   * Looks for files. Those whose names begin with a dot or an underscore or end in {@code .partial}
   * are passed over. Those that a manifest lists are held to their sizes; see {@link #verify}.
   *
   * @throws ArtifactException if the path names a file of another kind, or a manifest that cannot
   *     be understood or lists files that are not there
   */
  public static ArtifactPaths find(ArtifactKind kind, String path) throws IOException {
    Path named = Path.of(path);
    if (Files.isDirectory(named)) {
      List<Path> listed = listed(kind, named);
      return found(kind, path, listed.isEmpty() ? Glob.in(named, kind) : listed, named);
    }
    if (Files.exists(named)) {
      if (!kind.is(named)) {
        throw new ArtifactException(
            named, "it is no %s, whose names end in %s".formatted(kind.label(), kind.suffixes()));
      }
      return new ArtifactPaths(kind, path, List.of(named), "");
    }
    if (Glob.is(path)) {
      Glob glob = Glob.of(path);
      return found(kind, path, glob.files(kind), glob.base());
    }
    Path parent = named.toAbsolutePath().getParent();
    return found(kind, path, List.of(), parent == null ? named : parent);
  }

  /** Whether there is any. */
  public boolean isFound() {
    return !files.isEmpty();
  }

  /**
   * The files.
   *
   * @throws ArtifactException if there are none, saying what was looked for and what is there
   */
  public List<Path> require() throws ArtifactException {
    if (!isFound()) {
      throw new ArtifactException("There is " + missing(), null);
    }
    return files;
  }

  /**
   * Holds the files, and the schemas beside them, to the digests that manifests in their folders,
   * or in those above, know.
   *
   * @throws ArtifactException if one was changed, naming it and both digests
   */
  public void verify() throws IOException {
    for (Path file : files) {
      KnownDigests.verify(file);
    }
  }

  /** What was looked for and what is there, for messages: {@code no csv at '...'; ...}. */
  public String missing() {
    return "no %s (a file, a folder or a glob of %s) at '%s': %s"
        .formatted(kind.label(), kind.suffixes(), path, seen);
  }

  private static List<Path> listed(ArtifactKind kind, Path directory) throws IOException {
    Path manifest = directory.resolve(ArtifactManifest.FILE);
    List<Path> files = new ArrayList<>();
    if (Files.exists(manifest)) {
      for (ArtifactFile file : ArtifactManifest.read(manifest).files(kind)) {
        files.add(file.find(directory));
      }
    }
    return files;
  }

  private static ArtifactPaths found(ArtifactKind kind, String path, List<Path> files, Path where)
      throws IOException {
    return new ArtifactPaths(kind, path, files, files.isEmpty() ? seen(where) : "");
  }

  private static String seen(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return "there is no folder '%s'".formatted(directory);
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<String> names =
          entries
              .map(entry -> entry.getFileName().toString())
              .sorted(Comparator.naturalOrder())
              .toList();
      String shown = String.join(", ", names.subList(0, Math.min(LISTED, names.size())));
      String more = names.size() > LISTED ? " and %d more".formatted(names.size() - LISTED) : "";
      return names.isEmpty()
          ? "the folder '%s' is empty".formatted(directory)
          : "the folder '%s' holds %s%s".formatted(directory, shown, more);
    } catch (UncheckedIOException e) {
      throw ArtifactException.unreadable(directory, e);
    }
  }
}
