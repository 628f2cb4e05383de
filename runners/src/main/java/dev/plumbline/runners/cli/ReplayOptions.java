package dev.plumbline.runners.cli;

import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import dev.plumbline.runners.options.PagesOnDisk;
import dev.plumbline.runners.options.UsageException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serving again what a mine once answered. */
@Command(optionListHeading = "%nRecorded pages:%n")
final class ReplayOptions {
  @Trait(sameForAllArms = true)
  @Option(
      names = "--replay-pages",
      paramLabel = "FOLDER",
      description =
          "Serve what was recorded there in the place of a mine. Query, rows and page size are the"
              + " recording's; --rows-target may ask for less, in whole pages. Default: no.")
  @Nullable String replayPages;

  @Trait(sameForAllArms = true, needs = "--replay-pages")
  @Option(
      names = "--replay-pace",
      paramLabel = "PACE",
      defaultValue = PagesOnDisk.FULL,
      description =
          "full: as fast as can be; recorded: as the answers came when they were recorded."
              + " Default: full.")
  String replayPace = PagesOnDisk.FULL;

  /**
   * Whether answers come as they came.
   *
   * @throws UsageException if the pace is none
   */
  boolean recordedPace() {
    return new PagesOnDisk(null, replayPages, replayPace).pace().equals(PagesOnDisk.RECORDED);
  }

  /**
   * The recording to be served.
   *
   * @throws UsageException if there is none, or it is damaged
   */
  Optional<Recording> recording() {
    if (replayPages == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Recording.read(Path.of(replayPages)));
    } catch (RecordingUnreadable e) {
      throw new UsageException("--replay-pages: " + e.getMessage());
    }
  }
}
