package dev.plumbline.runners.study.storage;

import dev.plumbline.runners.process.TaskName;
import dev.plumbline.runners.study.EngineReadiness;
import dev.plumbline.runners.study.PreparingTask;
import dev.plumbline.runners.study.ResultComparison;
import dev.plumbline.runners.study.export.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pairs ready and proves them: exported from the mine, once in turn into CSV and once in
 * parallel into Parquet, or taken from where they lie.
 */
@TaskName("prepare_storage")
public final class StoragePrepareChild extends PreparingTask<StorageOptions> {
  private static final Logger log = LoggerFactory.getLogger(StoragePrepareChild.class);

  /** For the forked JVM, whose main makes it. */
  public StoragePrepareChild() {
    super(StorageOptions.class);
  }

  @Override
  protected StoragePrepared prepare(
      StorageOptions options, List<EngineReadiness> engines, Path directory) throws Exception {
    Map<String, ResultComparison> parity = new LinkedHashMap<>();
    List<StoragePair> pairs = new ArrayList<>();
    Map<String, Provenance> provenance = new TreeMap<>();
    for (StorageOptions.Scenario scenario : options.scenarios()) {
      Path own = Files.createDirectories(directory.resolve(scenario.name()));
      PairFiles files;
      if (options.replay() == null) {
        OnlinePair online = OnlinePair.of(options, scenario, own);
        online.export(begunNanos());
        files = online.files();
        online
            .provenance()
            .forEach((name, from) -> provenance.put(scenario.name() + "." + name, from));
      } else {
        files = ReplayedPair.find(options, scenario, own);
      }
      log.info("{}: comparing {} rows of CSV and Parquet", scenario.name(), files.rows());
      PairProof proof = PairProof.of(scenario.name(), files, options.export());
      parity.put(scenario.name(), proof.comparison());
      if (proof.comparison().mismatch().isEmpty()) {
        pairs.add(proof.pair());
      } else if (options.export().proof().strictParity()) {
        throw different(scenario.name() + ": " + difference(proof.comparison()));
      } else {
        log.warn("{} is not measured: {}", scenario.name(), difference(proof.comparison()));
      }
    }
    return new StoragePrepared(engines, pairs, parity, provenance);
  }

  private static String difference(ResultComparison comparison) {
    return "CSV and Parquet differ: " + comparison.mismatch().orElseThrow();
  }
}
