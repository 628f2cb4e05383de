package dev.plumbline.runners.results;

import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.options.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The file that {@code --json-out} names. */
public final class JsonOut {
  private JsonOut() {}

  /**
   * Checks before the run that the report can be written after it; makes the folder if need be.
   *
   * @throws UsageException if it cannot
   */
  public static void check(@Nullable String file) {
    if (file == null) {
      return;
    }
    Path path = Path.of(file).toAbsolutePath();
    if (Files.isDirectory(path)) {
      throw UsageException.of("--json-out", file, "a file, not a folder");
    }
    Path folder = Objects.requireNonNull(path.getParent());
    if (!folder.equals(path.getRoot()) && nearest(folder).equals(path.getRoot())) {
      throw UsageException.of("--json-out", file, "a file in a folder that is there");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw UsageException.of("--json-out", file, "a file in a folder that can be made: " + e);
    }
    if (!Files.isWritable(folder)) {
      throw UsageException.of("--json-out", file, "a file in a folder that can be written to");
    }
  }

  /** The folder, or the nearest one above it that is there. */
  private static Path nearest(Path folder) {
    Path at = folder;
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }

  /**
   * Copies the report there, whole or not at all, if both a file is named and there is a report.
   */
  public static void copy(Path report, @Nullable String file) throws IOException {
    if (file != null && Files.exists(report)) {
      DurableFiles.copy(report, Path.of(file).toAbsolutePath());
    }
  }
}
