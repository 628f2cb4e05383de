package dev.plumbline.runners.microbench;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where results go. */
@Command(optionListHeading = "%nOutput:%n")
final class RecordOptions {
  @Option(
      names = "--results-dir",
      paramLabel = "FOLDER",
      defaultValue = "results",
      description = "Folder whose history.jsonl gets one line for each. Default: results.")
  String resultsDir = "";

  @Option(
      names = "--json-out",
      paramLabel = "FILE",
      description = "Write the results there, with the number of each fork. Default: nowhere.")
  @Nullable String jsonOut;
}
