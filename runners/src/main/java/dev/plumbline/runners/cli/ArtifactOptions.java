package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.Keeping;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a run leaves for later replays. */
@Command(optionListHeading = "%nArtifacts:%n")
final class ArtifactOptions {
  private static final String FOLDER = "row-streams";

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

  Keeping keeping(String resultsDir) {
    return new Keeping(keep, rowStreams(resultsDir).toString());
  }
}
