package dev.plumbline.runners.launch;

import dev.plumbline.runners.files.DurableFiles;
import dev.plumbline.runners.files.FileDigest;
import dev.plumbline.runners.files.FileTree;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a complete run consists of. It is written last, so where it is, all of this is.
 *
 * @param schemaVersion version of this form
 * @param runId name of the run's directory
 * @param files every file but this one, sorted by path
 */
record RunManifest(String schemaVersion, String runId, List<Entry> files) {
  static final String FILE = "manifest.json";
  private static final String SCHEMA_VERSION = "plumbline_manifest_v1";

  /**
   * One file.
   *
   * @param path relative to the run's directory, with slashes
   * @param sizeBytes its length
   * @param sha256 of its bytes, in hexadecimal
   */
  record Entry(String path, long sizeBytes, String sha256) {}

  RunManifest {
    files = List.copyOf(files);
  }

  /** Reads, digests and syncs every file of the directory. */
  static RunManifest of(String runId, Path directory) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : FileTree.files(directory)) {
      String path = directory.relativize(file).toString().replace('\\', '/');
      if (!path.equals(FILE) && !path.equals(RunOwner.FILE)) {
        DurableFiles.sync(file);
        entries.add(new Entry(path, Files.size(file), FileDigest.sha256(file)));
      }
    }
    return new RunManifest(SCHEMA_VERSION, runId, entries);
  }

  void write(Path directory) throws IOException {
    DurableFiles.write(directory.resolve(FILE), Json.pretty(this));
  }
}
