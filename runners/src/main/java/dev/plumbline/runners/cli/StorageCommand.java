package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.Measure;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.options.EngineChoice;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.StorageOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.storage.StorageStudy;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code storage}: CSV against Parquet. */
@Command(
    name = "storage",
    description = {
      "Compare CSV and Parquet of the same rows: their size, and the time to write, load and scan them"
          + " by each engine. Rows are exported once in turn into CSV and once in parallel into"
          + " Parquet, or taken from artifacts that lie there.",
      "",
      "Every pair is compared in full before it is measured; a difference ends the run with exit 3. The"
          + " forms run in fresh JVMs, interleaved in blocks. docs/STORAGE.md says more.",
    },
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=storage",
      "  plumbline storage --matrix small,large --repetitions 10",
      "  plumbline storage --offline-replay-stage-io --csv-old-path old.csv"
          + " --parquet-compare-path old.parquet"
    })
final class StorageCommand extends WorkflowCommand {
  @Mixin MatrixOptions matrix = new MatrixOptions();
  @Mixin ReuseOptions reuse = new ReuseOptions();
  @Mixin OfflineReplayOptions offline = new OfflineReplayOptions();
  @Mixin RepetitionOptions repetitions = new RepetitionOptions();

  StorageCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "storage";
  }

  @Override
  List<String> fittingEngines() {
    return Engines.ofStorage();
  }

  /** What makes the pairs ready starts DuckDB; which engines are measured is another choice. */
  @Override
  EngineChoice engineChoice() {
    return engines.choiceOf(Engines.DUCKDB.label(), work.threads());
  }

  @Override
  boolean online() {
    return !offline.offline;
  }

  @Override
  void check(WorkflowOptions options) {
    told(options);
    repetitions.repetitions();
  }

  private StorageOptions told(WorkflowOptions options) {
    ReplayPaths replay = offline.pairs();
    List<String> names = engines.names(fittingEngines());
    for (String name : names) {
      if (!fittingEngines().contains(name)) {
        throw UsageException.of(
            "--engines", name, "some of " + String.join(", ", fittingEngines()));
      }
    }
    return new StorageOptions(
        options, matrix.scenarios(options.rowsTarget(), replay), names, replay, reuse.reuse);
  }

  @Override
  int run(WorkflowOptions options) throws Exception {
    StorageStudy study =
        new StorageStudy(
            told(options),
            repetitions.repetitions(),
            surroundings.forks(),
            surroundings.forkStart());
    return new Measure(
            surroundings.forkStart(),
            surroundings.forks().apply(MeasureChild.class),
            surroundings.out())
        .run(study);
  }
}
