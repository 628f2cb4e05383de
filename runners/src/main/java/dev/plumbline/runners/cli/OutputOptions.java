package dev.plumbline.runners.cli;

import dev.plumbline.runners.machine.LogSetup;
import dev.plumbline.runners.options.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where results go. */
@Command(optionListHeading = "%nOutput:%n")
final class OutputOptions {
  static final String RESULTS = "results";

  @Trait(sameForAllArms = true)
  @Option(
      names = "--results-dir",
      paramLabel = "FOLDER",
      defaultValue = RESULTS,
      description = "Folder that each run makes a directory in. Default: results.")
  String resultsDir = "";

  @Trait(sameForAllArms = true)
  @Option(
      names = "--json-out",
      paramLabel = "FILE",
      description = "Copy the report there, whole or not at all. Default: no copy.")
  @Nullable String jsonOut;

  @Option(
      names = "--verbose",
      description =
          "Show the warnings of Flink, Beam and others, too; the run's log has them"
              + " anyway. Default: false.")
  void setVerbose(boolean verbose) {
    System.setProperty(LogSetup.VERBOSE, String.valueOf(verbose));
  }

  Output places() {
    return new Output(resultsDir, jsonOut);
  }
}
