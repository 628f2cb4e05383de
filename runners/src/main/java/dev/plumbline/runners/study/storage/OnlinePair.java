package dev.plumbline.runners.study.storage;

import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.parity.read.TablePair;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.study.export.Provenance;
import dev.plumbline.runners.study.export.WantedExport;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A pair that is exported: in turn into CSV, in parallel into Parquet.
 *
 * @param old the export into CSV
 * @param parallel the export into Parquet
 */
record OnlinePair(WantedExport old, WantedExport parallel) {
  /** What the exports are called. */
  static final List<String> EXPORTS = List.of("old", "parallel");

  /**
   * A scenario's.
   *
   * @param directory an existing directory of the pair, absolute
   */
  static OnlinePair of(StorageOptions options, StorageOptions.Scenario scenario, Path directory)
      throws IOException {
    WorkflowOptions parallel = options.export().withRowsTarget(scenario.rows());
    WorkflowOptions inTurn = parallel.withWorkers(1).keepingNothing();
    return new OnlinePair(
        new WantedExport(inTurn, FileForm.CSV, home(directory, 0), options.reuse()),
        new WantedExport(parallel, FileForm.PARQUET, home(directory, 1), options.reuse()));
  }

  private static Path home(Path directory, int export) throws IOException {
    return Files.createDirectories(directory.resolve(EXPORTS.get(export)));
  }

  /**
   * Makes both; their reports lie beside their files.
   *
   * @throws dev.plumbline.runners.measure.StudyEnded if a proof speaks against one
   */
  void export(long begunNanos) throws Exception {
    old.make(begunNanos);
    parallel.make(begunNanos);
  }

  /** Where the files of each come from, by its name. */
  Map<String, Provenance> provenance() {
    return Map.of(EXPORTS.get(0), old.provenance(), EXPORTS.get(1), parallel.provenance());
  }

  PairFiles files() throws IOException {
    TablePair pair =
        TablePair.open(
            new TableLocation.Csv("exported CSV", paths(old.files())),
            new TableLocation.Parquet("exported Parquet", paths(parallel.files())));
    return new PairFiles(old.files(), parallel.files(), pair.left(), pair.right(), List.of());
  }

  static List<Path> paths(WrittenTable table) {
    return table.files().stream().map(WrittenFile::path).map(Path::of).toList();
  }
}
