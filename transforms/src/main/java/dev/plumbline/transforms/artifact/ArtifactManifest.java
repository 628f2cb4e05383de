package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.JsonObject;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The list of the artifacts that hold one table, with their digests. It is written last, so where
 * it is, all of them are. Form {@value #VERSION}.
 *
 * @param origin what they were made of
 * @param rows the table's rows
 * @param files by kind, in the table's order
 */
public record ArtifactManifest(
    ArtifactOrigin origin, long rows, Map<ArtifactKind, List<ArtifactFile>> files) {
  /** The name of a directory's manifest. */
  public static final String FILE = "artifacts.json";

  /** The version of its form. */
  public static final String VERSION = "plumbline_artifacts_v1";

  /** Copies the files and rejects those of a kind that hold another number of rows. */
  public ArtifactManifest {
    Map<ArtifactKind, List<ArtifactFile>> copy = new EnumMap<>(ArtifactKind.class);
    files.forEach((kind, list) -> copy.put(kind, List.copyOf(list)));
    files = Collections.unmodifiableMap(copy);
    for (Map.Entry<ArtifactKind, List<ArtifactFile>> entry : files.entrySet()) {
      long held = entry.getValue().stream().mapToLong(ArtifactFile::rows).sum();
      if (entry.getKey() != ArtifactKind.SCHEMA && held != rows) {
        throw new IllegalArgumentException(
            "The table has %d rows, its files of kind %s have %d"
                .formatted(rows, entry.getKey().label(), held));
      }
    }
  }

  /**
   * Lists complete files, reading them for their digests.
   *
   * @param directory where the manifest will lie: the files' own, or one above
   * @param written by kind, in the table's order; schemas with no rows
   */
  public static ArtifactManifest of(
      Path directory, ArtifactOrigin origin, Map<ArtifactKind, List<WrittenFile>> written)
      throws IOException {
    Map<ArtifactKind, List<ArtifactFile>> files = new EnumMap<>(ArtifactKind.class);
    long rows = 0;
    for (Map.Entry<ArtifactKind, List<WrittenFile>> entry : written.entrySet()) {
      List<ArtifactFile> list = new ArrayList<>();
      for (WrittenFile file : entry.getValue()) {
        list.add(ArtifactFile.of(directory, file));
      }
      files.put(entry.getKey(), list);
      rows = Math.max(rows, list.stream().mapToLong(ArtifactFile::rows).sum());
    }
    return new ArtifactManifest(origin, rows, files);
  }

  /** The files of a kind, none if there are none. */
  public List<ArtifactFile> files(ArtifactKind kind) {
    return files.getOrDefault(kind, List.of());
  }

  /** Syncs the files to the disk, then writes the manifest. It appears when it is complete. */
  public void write(Path file) throws IOException {
    ManifestJson.write(file, this);
  }

  /**
   * Reads a manifest; the files that it lists are not looked at.
   *
   * @throws ArtifactException if it cannot be understood
   */
  public static ArtifactManifest read(Path file) throws IOException {
    JsonObject json = JsonObject.read(file);
    json.requireVersion("schema_version", VERSION);
    try {
      ArtifactOrigin origin =
          new ArtifactOrigin(
              json.text("scenario"),
              json.has("input") ? json.text("input") : "",
              json.text("query_hash"),
              json.text("source"),
              json.text("content_digest"),
              json.has("model_digest") ? json.text("model_digest") : "",
              Instant.parse(json.text("created_at")));
      return new ArtifactManifest(origin, json.count("rows"), lists(json.object("artifacts")));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ArtifactException(file, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads all files and holds them to their digests.
   *
   * @param directory where the manifest lies
   * @throws ArtifactException if one is missing or was changed, naming it
   */
  public void verify(Path directory) throws IOException {
    for (List<ArtifactFile> list : files.values()) {
      for (ArtifactFile file : list) {
        file.verify(directory);
      }
    }
  }

  private static Map<ArtifactKind, List<ArtifactFile>> lists(JsonObject artifacts)
      throws ArtifactException {
    Map<ArtifactKind, List<ArtifactFile>> lists = new EnumMap<>(ArtifactKind.class);
    for (ArtifactKind kind : ArtifactKind.values()) {
      if (artifacts.has(kind.label())) {
        List<ArtifactFile> files = new ArrayList<>();
        for (JsonObject file : artifacts.objects(kind.label())) {
          files.add(
              new ArtifactFile(
                  file.text("path"),
                  file.count("rows"),
                  file.count("size_bytes"),
                  file.text("sha256")));
        }
        lists.put(kind, files);
      }
    }
    return lists;
  }
}
