package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.study.storage.MatrixRows;
import dev.plumbline.runners.study.storage.StorageOptions.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which pairs of tables are compared. */
@Command(optionListHeading = "%nScenarios:%n")
final class MatrixOptions {
  @Option(
      names = "--baseline-rows",
      paramLabel = "N",
      description = "Rows of the pair compare. Default: a tenth of --rows-target.")
  @Nullable Long baselineRows;

  @Option(
      names = "--parallel-rows",
      paramLabel = "N",
      description = "Rows of the pair new. Default: --rows-target.")
  @Nullable Long parallelRows;

  @Option(
      names = "--matrix",
      paramLabel = "NAME",
      split = ",",
      description =
          "More pairs, of the rows that these lists hold: small (5000, 10000, 25000), large (50000,"
              + " 100000, 250000), all. A replay makes them of row streams. Default: none.")
  List<String> matrix = List.of();

  @Option(
      names = "--matrix-file",
      paramLabel = "FILE",
      description =
          "Lists of rows by name, a JSON object, in the place of small and large. Default: none.")
  @Nullable String matrixFile;

  /** The scenarios of an export, or of a replay. */
  List<Scenario> scenarios(long rowsTarget, @Nullable ReplayPaths replay) {
    long first = baselineRows == null ? Math.max(1, rowsTarget / 10) : baselineRows;
    long second = parallelRows == null ? rowsTarget : parallelRows;
    List<Scenario> scenarios = new ArrayList<>();
    if (replay == null || replay.csvOld() != null) {
      scenarios.add(new Scenario(ReplayPaths.COMPARE, first));
    }
    if (replay == null || replay.csvNew() != null) {
      scenarios.add(new Scenario(ReplayPaths.NEW, second));
    }
    scenarios.addAll(MatrixRows.scenarios(matrix, matrixFile));
    if (scenarios.isEmpty()) {
      throw new UsageException(
          "--offline-replay-stage-io: found no artifacts, expected --csv-old-path with"
              + " --parquet-compare-path, --csv-new-path with --parquet-new-path, or --matrix");
    }
    return scenarios;
  }
}
