package dev.plumbline.runners.study.storage;

import dev.plumbline.runners.results.RunDirectory;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.runners.study.export.Provenance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was made ready before anything is measured.
 *
 * @param engines which engines can work here
 * @param pairs what is compared
 * @param parity each pair's CSV held to its Parquet, by scenario
 * @param provenance where the files of each export come from, by scenario and export; none of a
 *     replay
 */
record StoragePrepared(
    List<EngineReadiness> engines,
    List<StoragePair> pairs,
    Map<String, ResultComparison> parity,
    Map<String, Provenance> provenance) {
  /** Where the reports of the exports are, by name. */
  static Path report(Path directory, String name) {
    return directory.resolve(name).resolve(RunDirectory.REPORT);
  }
}
