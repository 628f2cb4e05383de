package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.table.ArtifactException;
import dev.plumbline.transforms.table.SchemaFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What manifests know of files that lie where they were written. */
final class KnownDigests {
  private KnownDigests() {}

  /**
   * Holds a file, and the schema beside it, to the manifest in its folder or in the one above,
   * where there is one that lists them.
   *
   * @throws ArtifactException if a listed file was changed, or the manifest cannot be understood
   */
  static void verify(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Set<Path> files = Set.of(absolute, SchemaFile.beside(absolute));
    Path folder = absolute.getParent();
    for (int above = 0; folder != null && above < 2; above++) {
      verify(files, folder);
      folder = folder.getParent();
    }
  }

  private static void verify(Set<Path> files, Path folder) throws IOException {
    Path manifest = folder.resolve(ArtifactManifest.FILE);
    if (!Files.exists(manifest)) {
      return;
    }
    for (List<ArtifactFile> listed : ArtifactManifest.read(manifest).files().values()) {
      for (ArtifactFile known : listed) {
        if (files.contains(known.in(folder).normalize())) {
          known.verify(folder);
        }
      }
    }
  }
}
