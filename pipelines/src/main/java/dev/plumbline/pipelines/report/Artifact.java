package dev.plumbline.pipelines.report;

import dev.plumbline.transforms.table.WrittenFile;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that the run wrote.
 *
 * @param path relative to the report
 * @param rows the rows in it
 * @param sizeBytes its size
 */
public record Artifact(String path, long rows, long sizeBytes) {
  /** Rejects one without a path, as a damaged report may have it. */
  public Artifact {
    Objects.requireNonNull(path, "path");
  }

  /** The file, where the report lies in that directory. */
  public WrittenFile in(Path directory) {
    return new WrittenFile(directory.resolve(path).toString(), rows, sizeBytes);
  }
}
