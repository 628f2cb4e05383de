package dev.plumbline.runners.storage;

import dev.plumbline.parity.read.TableLocation;
import dev.plumbline.parity.read.TablePair;
import dev.plumbline.runners.options.StorageOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.table.FileForm;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A pair that is exported: in turn into CSV, in parallel into Parquet. */
final class OnlinePair {
  private final WorkflowOptions options;
  private final Path directory;
  private final List<StorageExport> exports = new ArrayList<>();

  OnlinePair(WorkflowOptions options, StorageOptions.Scenario scenario, Path directory) {
    this.options = options.withRowsTarget(scenario.rows());
    this.directory = directory;
  }

  /** Exports both; their reports lie beside their files. */
  List<StorageExport> export() throws Exception {
    exports.add(export("old", options.withWorkers(1).keepingNothing(), FileForm.CSV));
    exports.add(export("parallel", options, FileForm.PARQUET));
    return List.copyOf(exports);
  }

  private StorageExport export(String name, WorkflowOptions how, FileForm form) throws Exception {
    Path own = Files.createDirectories(directory.resolve(name));
    StorageExport export = StorageExport.of(how, form, own);
    StoragePrepared.keepReport(own, export.report());
    return export;
  }

  PairFiles files() throws IOException {
    WrittenTable csv = exports.get(0).files();
    WrittenTable parquet = exports.get(1).files();
    TablePair pair =
        TablePair.open(
            new TableLocation.Csv("exported CSV", paths(csv)),
            new TableLocation.Parquet("exported Parquet", paths(parquet)));
    return new PairFiles(csv, parquet, pair.left(), pair.right(), List.of());
  }

  static List<Path> paths(WrittenTable table) {
    return table.files().stream().map(WrittenFile::path).map(Path::of).toList();
  }
}
