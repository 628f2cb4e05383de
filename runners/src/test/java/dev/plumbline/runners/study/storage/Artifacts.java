package dev.plumbline.runners.study.storage;

import dev.plumbline.transforms.artifact.ArtifactKind;
import dev.plumbline.transforms.artifact.ArtifactManifest;
import dev.plumbline.transforms.table.WrittenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Folders of artifacts that tests may spoil. */
final class Artifacts {
  private Artifacts() {}

  /** Copies a folder with all that is in it; returns the copy. */
  static Path copy(Path folder, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.toList()) {
        Path target = to.resolve(folder.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    }
    return to;
  }

  /** Writes a manifest again with the digests that its files have now. */
  static void renew(Path manifest) throws IOException {
    Path folder = manifest.toAbsolutePath().getParent();
    ArtifactManifest old = ArtifactManifest.read(manifest);
    Map<ArtifactKind, List<WrittenFile>> files = new EnumMap<>(ArtifactKind.class);
    old.files()
        .forEach(
            (kind, listed) ->
                files.put(
                    kind,
                    listed.stream()
                        .map(file -> new WrittenFile(file.in(folder).toString(), file.rows(), 0))
                        .toList()));
    ArtifactManifest.of(folder, old.origin(), files).write(manifest);
  }

  /** The manifest of the row stream of so many rows, in a folder of row streams. */
  static Path manifest(Path rowStreams, int rows) throws IOException {
    List<String> names =
        names(rowStreams).stream()
            .filter(name -> name.endsWith(".artifact.json") && name.contains("-" + rows + "-"))
            .toList();
    if (names.size() != 1) {
      throw new AssertionError("%s holds %s, expected one".formatted(rowStreams, names));
    }
    return rowStreams.resolve(names.get(0));
  }

  /** What lies in a folder, sorted; nothing if it is not there. */
  static List<String> names(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
