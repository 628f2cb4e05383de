package dev.plumbline.runners.study.export;

import dev.plumbline.pipelines.report.RunReport;
import dev.plumbline.transforms.table.WrittenFile;
import dev.plumbline.transforms.table.WrittenTable;
import java.nio.file.Path;

/** The files that an export's report lists. */
final class ExportedTable {
  private ExportedTable() {}

  /** The files, named relative to that home. */
  static WrittenTable of(RunReport report, Path home) {
    return new WrittenTable(
        report.artifacts().stream()
            .map(
                artifact ->
                    new WrittenFile(
                        home.resolve(artifact.path()).toString(),
                        artifact.rows(),
                        artifact.sizeBytes()))
            .toList());
  }
}
