package dev.plumbline.transforms.artifact;

import dev.plumbline.transforms.rowstream.RowStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A row stream in a store.
 *
 * @param file the row stream
 * @param manifest what is known of it
 */
public record StoredStream(Path file, ArtifactManifest manifest) {
  /**
   * Reads all of it and holds it to its digests.
   *
   * @throws dev.plumbline.transforms.table.ArtifactException if it was changed
   */
  public void verify() throws IOException {
    manifest.verify(file.resolveSibling(""));
  }

  /** Its rows, in pages of so many. */
  public RowStream open(int pageRows) throws IOException {
    return RowStream.open(List.of(file), pageRows);
  }
}
