package dev.plumbline.runners.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the embedded mine holds. */
@Command(optionListHeading = "%nThe embedded mine:%n")
final class LocalMineOptions {
  private static final long LEAST_DEFAULT_ROWS = 100_000;

  @Option(
      names = "--mine-seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Its data are a function of this. Default: 42.")
  long mineSeed;

  @Option(
      names = "--mine-rows",
      paramLabel = "N",
      defaultValue = AutoNumber.AUTO,
      description = "Its number of genes. Default: 100000, or the rows wanted if more.")
  String mineRows = AutoNumber.AUTO;

  long rows(long rowsTarget) {
    return AutoNumber.parse("--mine-rows", mineRows, Math.max(rowsTarget, LEAST_DEFAULT_ROWS));
  }
}
