package dev.plumbline.runners.cli;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.process.RunSummary;
import dev.plumbline.runners.results.RunClean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clean}: what runs have left is deleted. */
@Command(
    name = "clean",
    description = {
      "Delete what runs have left in a results folder: their directories, complete and failed, and"
          + " the row streams for replays.",
      "",
      "history.jsonl stays, and so does whatever else lies there. A run that is under way is left"
          + " alone.",
    },
    footer = {
      "%nExamples:",
      "  plumbline clean --dry-run",
      "  plumbline clean --keep 3 --no-row-streams"
    })
final class CleanCommand implements Callable<Integer> {
  private static final double MEGABYTE = 1e6;

  private final Surroundings surroundings;

  @Mixin CleaningOptions cleaning = new CleaningOptions();

  /** What to delete, and what not. */
  @Command(optionListHeading = "%nCleaning:%n")
  static final class CleaningOptions {
    @Option(
        names = "--results-dir",
        paramLabel = "FOLDER",
        defaultValue = "results",
        description = "The folder. Default: results.")
    String resultsDir = "";

    @Option(
        names = "--keep",
        paramLabel = "N",
        defaultValue = "0",
        description = "Keep this many of the newest runs. Default: 0.")
    int keep;

    @Option(
        names = "--row-streams",
        negatable = true,
        defaultValue = "true",
        fallbackValue = "true",
        description = "Delete the row streams, too: nothing can be replayed then. Default: true.")
    boolean rowStreams;

    @Option(
        names = "--dry-run",
        description = "Say what would be deleted, and delete nothing. Default: false.")
    boolean dryRun;
  }

  CleanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    long begun = System.nanoTime();
    Bounds.check("--keep", cleaning.keep, 0, Integer.MAX_VALUE);
    Path results = Path.of(cleaning.resultsDir);
    List<Path> directories = new ArrayList<>(new RunClean(results).runsBut(cleaning.keep));
    Path rowStreams = results.resolve(ArtifactOptions.FOLDER);
    if (cleaning.rowStreams && Files.isDirectory(rowStreams)) {
      if (new RunClean(results).isInUse()) {
        say("%s  left alone: a run is under way that may write there", rowStreams);
      } else {
        directories.add(rowStreams);
      }
    }
    long bytes = 0;
    for (Path directory : directories) {
      long own = RunClean.bytes(directory);
      bytes += own;
      say("%s  %,.1f MB", directory, own / MEGABYTE);
      if (!cleaning.dryRun) {
        FileTree.delete(directory);
      }
    }
    say(
        "%d directories, %,.1f MB: %s",
        directories.size(), bytes / MEGABYTE, cleaning.dryRun ? "nothing was deleted" : "deleted");
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    RunSummary.withoutRun(ExitCode.DONE, null, millis, null, null).print(surroundings.out());
    return ExitCode.DONE.code();
  }

  private void say(String format, Object... values) {
    surroundings.out().println(String.format(Locale.ROOT, format, values));
  }
}
