package dev.plumbline.runners.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What DuckDB may use. */
@Command(optionListHeading = "%nDuckDB:%n")
final class DuckdbOptions {
  @Option(
      names = "--duckdb-threads",
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "Its threads. Default: auto, as many as --parallelism.")
  String threads = AutoNumber.AUTO;

  @Option(
      names = "--duckdb-memory-limit",
      paramLabel = "SIZE",
      defaultValue = "1GB",
      description = "Its memory, beside the heap. Default: 1GB.")
  String memoryLimit = "";
}
