package dev.plumbline.runners.storage;

import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.ForkRequest;
import dev.plumbline.runners.child.TaskName;
import dev.plumbline.runners.engines.EngineReadiness;
import dev.plumbline.runners.engines.Readiness;
import dev.plumbline.runners.export.Provenance;
import dev.plumbline.runners.machine.ProcessMemory;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.StorageOptions;
import dev.plumbline.runners.work.ResultComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pairs ready and proves them: exported from the mine, once in turn into CSV and once in
 * parallel into Parquet, or taken from where they lie.
 */
@TaskName("prepare_storage")
public final class StoragePrepareChild implements ChildTask {
  private static final Logger log = LoggerFactory.getLogger(StoragePrepareChild.class);

  /** For the forked JVM, whose main makes it. */
  public StoragePrepareChild() {}

  @Override
  public ChildOutcome run(ForkRequest request, Path directory) throws Exception {
    long begun = System.nanoTime();
    StorageOptions options = request.options(StorageOptions.class);
    Readiness ready =
        new Readiness(options.export(), options.engines(), options.export().engine().named());
    List<EngineReadiness> engines = ready.all();
    Optional<ChildOutcome> missing = ready.missing(engines, begun);
    if (missing.isPresent()) {
      return missing.get();
    }
    Map<String, ResultComparison> parity = new LinkedHashMap<>();
    List<StoragePair> pairs = new ArrayList<>();
    Map<String, Provenance> provenance = new TreeMap<>();
    for (StorageOptions.Scenario scenario : options.scenarios()) {
      Path own = Files.createDirectories(directory.resolve(scenario.name()));
      PairFiles files;
      if (options.replay() == null) {
        OnlinePair online = OnlinePair.of(options, scenario, own);
        Optional<ChildOutcome> against = online.export(begun);
        if (against.isPresent()) {
          return against.get();
        }
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
      } else if (options.export().strictParity()) {
        return different(scenario.name(), proof.comparison(), begun);
      } else {
        log.warn("{} is not measured: {}", scenario.name(), difference(proof.comparison()));
      }
    }
    new StoragePrepared(engines, pairs, parity, provenance).write(directory);
    return ChildOutcome.done(millis(begun), ProcessMemory.peakRssBytes());
  }

  private static ChildOutcome different(String scenario, ResultComparison comparison, long begun) {
    return ChildOutcome.failed(
        ExitCode.PARITY_FAILURE,
        "ParityMismatch",
        scenario + ": " + difference(comparison),
        millis(begun),
        ProcessMemory.peakRssBytes());
  }

  private static String difference(ResultComparison comparison) {
    return "CSV and Parquet differ: " + comparison.mismatch().orElseThrow();
  }

  private static long millis(long begun) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }
}
