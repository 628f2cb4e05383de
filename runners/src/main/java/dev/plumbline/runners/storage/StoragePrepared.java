package dev.plumbline.runners.storage;

import dev.plumbline.runners.engines.EngineReadiness;
import dev.plumbline.runners.export.Provenance;
import dev.plumbline.runners.launch.RunDirectory;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.work.ResultComparison;
import java.io.IOException;
import java.nio.file.Files;
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
  static final String FILE = "prepared.json";

  /** Where the reports of the exports are, by name. */
  static Path report(Path directory, String name) {
    return directory.resolve(name).resolve(RunDirectory.REPORT);
  }

  void write(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE), Json.pretty(this));
  }

  static StoragePrepared read(Path directory) throws IOException {
    return Json.mapper().readValue(directory.resolve(FILE).toFile(), StoragePrepared.class);
  }
}
