package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.Keeping;
import dev.plumbline.runners.options.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a run leaves for later replays. */
@Command(optionListHeading = "%nArtifacts:%n")
final class ArtifactOptions {
  static final String FOLDER = "row-streams";

  @Option(
      names = "--keep-artifacts",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Leave the rows as row stream, CSV and Parquet, once they are proven, for replays without"
              + " a network. Default: true.")
  boolean keep;

  @Option(
      names = "--row-stream-artifact-dir",
      paramLabel = "DIR",
      description = "Folder of the row streams. Default: row-streams in --results-dir.")
  @Nullable String rowStreamDir;

  /** Where row streams are. */
  Path rowStreams(String resultsDir) {
    return (rowStreamDir == null ? Path.of(resultsDir).resolve(FOLDER) : Path.of(rowStreamDir))
        .toAbsolutePath();
  }

  /**
   * Makes the folder of the row streams, if it was named and something will be kept in it.
   *
   * @throws UsageException if it cannot be made or written to
   */
  void check() {
    if (!keep || rowStreamDir == null) {
      return;
    }
    Path folder = Path.of(rowStreamDir);
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(rowStreamDir);
      }
    } catch (IOException e) {
      throw UsageException.of(
          "--row-stream-artifact-dir",
          rowStreamDir,
          "a folder that can be made and written to: " + e.getClass().getSimpleName());
    }
  }

  Keeping keeping(String resultsDir) {
    return new Keeping(keep, rowStreams(resultsDir).toString());
  }
}
