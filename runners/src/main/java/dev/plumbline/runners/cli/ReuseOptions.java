package dev.plumbline.runners.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is taken from earlier runs. */
@Command(optionListHeading = "%nEarlier runs:%n")
final class ReuseOptions {
  @Option(
      names = "--reuse",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Take the exported files of an earlier run in --results-dir where mine, query, rows and page"
              + " size are the same and every digest still fits. Default: true.")
  boolean reuse;
}
