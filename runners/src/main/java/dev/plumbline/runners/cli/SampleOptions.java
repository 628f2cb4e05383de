package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.ParitySample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which rows are hashed as a sample. */
@Command(optionListHeading = "%nSample:%n")
final class SampleOptions {
  @Option(
      names = "--parity-sample-mode",
      paramLabel = "MODE",
      defaultValue = "head",
      description =
          "head (the rows with the least keys) or stride (rows from all over). Default: head.")
  String mode = "";

  @Option(
      names = "--parity-sample-size",
      paramLabel = "N",
      defaultValue = "128",
      description = "Rows in the sample, at most 10000. Default: 128.")
  int size;

  @Option(
      names = "--show-sample",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description = "Put the sample's values into the report, not only hashes. Default: false.")
  boolean show;

  ParitySample sample() {
    return new ParitySample(mode, size, show);
  }
}
