package dev.plumbline.runners.results;

import dev.plumbline.parity.Sha256;
import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a complete run consists of. It is written last, so where it is, all of this is.
 *
 * @param schemaVersion version of this form
 * @param runId name of the run's directory
 * @param files every file but this one, sorted by path
 */
public record RunManifest(String schemaVersion, String runId, List<Entry> files) {
  static final String FILE = "manifest.json";
  private static final String SCHEMA_VERSION = "plumbline_manifest_v1";

  /**
   * One file.
   *
   * @param path relative to the run's directory, with slashes
   * @param sizeBytes its length
   * @param sha256 of its bytes, in hexadecimal
   */
  public record Entry(String path, long sizeBytes, String sha256) {
    /** How a file differs from it, if it does. */
    public Optional<String> changed(Path file) throws IOException {
      if (Files.size(file) != sizeBytes) {
        return Optional.of(
            "%s has %d bytes, its manifest says %d".formatted(path, Files.size(file), sizeBytes));
      }
      String found = Sha256.of(file);
      return found.equals(sha256)
          ? Optional.empty()
          : Optional.of(
              "the SHA-256 of %s is %s, its manifest says %s".formatted(path, found, sha256));
    }
  }

  /** Copies the list. */
  public RunManifest {
    files = List.copyOf(files);
  }

  /** Reads, digests and syncs every file of the directory. */
  static RunManifest of(String runId, Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : FileTree.files(directory)) {
      String path = directory.relativize(file).toString().replace('\\', '/');
      if (!path.equals(FILE) && !path.equals(RunOwner.FILE)) {
        DurableFiles.sync(file);
        entries.add(new Entry(path, Files.size(file), Sha256.of(file)));
      }
    }
    return new RunManifest(SCHEMA_VERSION, runId, entries);
  }

  /**
   * Reads that of a complete run.
   *
   * @throws IOException if there is none, or it is not one
   */
  public static RunManifest read(Path directory) throws IOException {
    return Json.passingOver().readValue(directory.resolve(FILE).toFile(), RunManifest.class);
  }

  /** Whether a file is what stands under this path. */
  public boolean holds(String path, Path file) throws IOException {
    for (Entry entry : files) {
      if (entry.path().equals(path)) {
        return entry.sha256().equals(Sha256.of(file));
      }
    }
    return false;
  }

  void write(Path directory) throws IOException {
    DurableFiles.write(directory.resolve(FILE), Json.pretty(this));
  }
}
