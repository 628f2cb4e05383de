package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.parity.read.TablePair;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.run.KeptArtifacts;
import dev.plumbline.transforms.artifact.ReplayTable;
import dev.plumbline.transforms.artifact.RowStreamStore;
import dev.plumbline.transforms.csv.CsvNullPolicy;
import dev.plumbline.transforms.csv.CsvRecordCounter;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A pair that lies there, or is made of the row stream that a run has kept. */
final class ReplayedPair {
  private ReplayedPair() {}

  /**
   * Finds it.
   *
   * @param directory for what must be written again, absolute
   * @throws IOException if something is missing and cannot be made: says all that was looked for
   */
  static PairFiles find(StorageOptions options, StorageOptions.Scenario scenario, Path directory)
      throws IOException {
    ReplayPaths paths = Objects.requireNonNull(options.replay());
    String made = directory.resolve("made").toString(); // of the pairs that no path names
    WorkflowOptions export = options.export().withRowsTarget(scenario.rows());
    ReplayTable found =
        ReplayTable.find(
            Objects.requireNonNullElse(paths.csv(scenario.name()), made),
            Objects.requireNonNullElse(paths.parquet(scenario.name()), made),
            new RowStreamStore(Path.of(export.keeping().rowStreamDir())),
            KeptArtifacts.key(export));
    OwnForm own = OwnForm.of(found, nulls(paths), directory.resolve("own"));
    TablePair pair =
        TablePair.open(
            new TableLocation.Csv("CSV artifact", own.csv()),
            new TableLocation.Parquet("Parquet artifact", own.parquet()));
    return new PairFiles(
        csv(own.csv()), OwnForm.table(own.parquet()), pair.left(), pair.right(), own.remarks());
  }

  private static CsvNullPolicy nulls(ReplayPaths paths) {
    return CsvNullPolicy.of(paths.csvNulls())
        .orElseThrow(
            () ->
                UsageException.of(
                    "--csv-null-policy", paths.csvNulls(), "distinct or empty-is-null"));
  }

  private static WrittenTable csv(List<Path> files) {
    return new WrittenTable(
        files.stream()
            .map(file -> CsvRecordCounter.read(file.toAbsolutePath().toString()))
            .toList());
  }
}
