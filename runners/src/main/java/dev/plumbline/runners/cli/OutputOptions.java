package dev.plumbline.runners.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where results go. */
@Command(optionListHeading = "%nOutput:%n")
final class OutputOptions {
  @Option(
      names = "--results-dir",
      paramLabel = "FOLDER",
      defaultValue = "results",
      description = "Folder that each run makes a directory in. Default: results.")
  String resultsDir = "";

  @Option(
      names = "--json-out",
      paramLabel = "FILE",
      description = "Copy the report there, whole or not at all. Default: no copy.")
  @Nullable String jsonOut;
}
