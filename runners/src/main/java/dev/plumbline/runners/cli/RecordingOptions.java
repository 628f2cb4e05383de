package dev.plumbline.runners.cli;

import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.mine.recorded.RecordingUnreadable;
import dev.plumbline.runners.options.PagesOnDisk;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.record.PageRecorder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeping what a mine answers, and serving it again. */
@Command(optionListHeading = "%nRecorded pages:%n")
final class RecordingOptions {
  @Option(
      names = "--record-pages",
      paramLabel = "FOLDER",
      description =
          "Keep every answer of the mine there, as it came: a new or empty folder. The times of such"
              + " a run include the writing. Default: keep none.")
  @Nullable String recordPages;

  @Option(
      names = "--replay-pages",
      paramLabel = "FOLDER",
      description =
          "Serve what was recorded there in the place of a mine. Query, rows and page size are the"
              + " recording's; --rows-target may ask for less, in whole pages. Default: no.")
  @Nullable String replayPages;

  @Option(
      names = "--replay-pace",
      paramLabel = "PACE",
      defaultValue = PagesOnDisk.FULL,
      description =
          "full: as fast as can be; recorded: as the answers came when they were recorded."
              + " Default: full.")
  String replayPace = PagesOnDisk.FULL;

  /**
   * What is on disk; a folder to record into is looked at now, while nothing has been done yet.
   *
   * @throws UsageException if it holds files already
   */
  PagesOnDisk pages() {
    PagesOnDisk pages = new PagesOnDisk(absolute(recordPages), absolute(replayPages), replayPace);
    String target = pages.recordTo();
    try {
      if (target != null && PageRecorder.holdsFiles(Path.of(target))) {
        throw UsageException.of("--record-pages", target, "a new or empty folder");
      }
    } catch (IOException e) {
      throw UsageException.of(
          "--record-pages", String.valueOf(target), "a folder that can be read");
    }
    return pages;
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

  private static @Nullable String absolute(@Nullable String folder) {
    return folder == null ? null : Path.of(folder).toAbsolutePath().normalize().toString();
  }
}
