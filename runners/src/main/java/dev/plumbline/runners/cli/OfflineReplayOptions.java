package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Artifacts that are taken instead of an export. */
@Command(optionListHeading = "%nReplay without a network:%n")
final class OfflineReplayOptions {
  @Option(
      names = "--offline-replay-stage-io",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Take the artifacts below, and open no socket; what is missing is made of the row stream in"
              + " --row-stream-artifact-dir. Default: false.")
  boolean offline;

  @Option(
      names = "--csv-old-path",
      paramLabel = "PATH",
      description = "CSV of the first pair: a file, a folder or a glob. Default: none.")
  @Nullable String csvOld;

  @Option(
      names = "--parquet-compare-path",
      paramLabel = "PATH",
      description = "Parquet of the same rows. Default: none.")
  @Nullable String parquetCompare;

  @Option(
      names = "--csv-new-path",
      paramLabel = "PATH",
      description = "CSV of the second, larger pair. Default: none.")
  @Nullable String csvNew;

  @Option(
      names = "--parquet-new-path",
      paramLabel = "PATH",
      description = "Parquet of the same rows. Default: none.")
  @Nullable String parquetNew;

  @Option(
      names = "--csv-null-policy",
      paramLabel = "POLICY",
      defaultValue = "distinct",
      description =
          "What an empty field of another's CSV is: distinct (null without quotes, the empty string"
              + " with them) or empty-is-null. Default: distinct.")
  String csvNulls = "";

  /** The artifacts; null for an export. */
  @Nullable ReplayPaths paths() {
    if (!offline) {
      alone("--csv-old-path", csvOld);
      alone("--parquet-compare-path", parquetCompare);
      alone("--csv-new-path", csvNew);
      alone("--parquet-new-path", parquetNew);
      return null;
    }
    if (CsvNullPolicy.of(csvNulls).isEmpty()) {
      throw UsageException.of("--csv-null-policy", csvNulls, "distinct or empty-is-null");
    }
    return new ReplayPaths(csvOld, parquetCompare, csvNew, parquetNew, csvNulls);
  }

  /** The same of pairs: both or none of each. */
  @Nullable ReplayPaths pairs() {
    ReplayPaths paths = paths();
    paired("--csv-old-path", csvOld, "--parquet-compare-path", parquetCompare);
    paired("--csv-new-path", csvNew, "--parquet-new-path", parquetNew);
    return paths;
  }

  private static void alone(String option, @Nullable String path) {
    if (path != null) {
      throw new UsageException(option + ": it needs --offline-replay-stage-io");
    }
  }

  private static void paired(
      String one, @Nullable String first, String other, @Nullable String second) {
    if ((first == null) != (second == null)) {
      throw new UsageException(
          "%s and %s: found one of them, expected both or none".formatted(one, other));
    }
  }
}
