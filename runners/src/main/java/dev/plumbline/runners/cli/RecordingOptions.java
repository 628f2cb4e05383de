package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.PagesOnDisk;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.record.PageRecorder;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keeping what a mine answers. */
@Command(optionListHeading = "%nRecording pages:%n")
final class RecordingOptions {
  @Trait(sameForAllArms = true)
  @Option(
      names = "--record-pages",
      paramLabel = "FOLDER",
      description =
          "Keep every answer of the mine there, as it came: a new or empty folder. The times of such"
              + " a run include the writing. Default: keep none.")
  @Nullable String recordPages;

  /**
   * What is on disk; a folder to record into is looked at now, while nothing has been done yet.
   *
   * @throws UsageException if it holds files already
   */
  PagesOnDisk pages(ReplayOptions replay) {
    PagesOnDisk pages =
        new PagesOnDisk(absolute(recordPages), absolute(replay.replayPages), replay.replayPace);
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

  private static @Nullable String absolute(@Nullable String folder) {
    return folder == null ? null : Path.of(folder).toAbsolutePath().normalize().toString();
  }
}
