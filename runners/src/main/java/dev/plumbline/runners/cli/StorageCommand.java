package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.study.FileStudy;
import dev.plumbline.runners.study.storage.StorageOptions;
import dev.plumbline.runners.study.storage.StorageStudy;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.List;
import java.util.function.Supplier;
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
final class StorageCommand extends StudyCommand {
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

  @Override
  RepetitionOptions repetitions() {
    return repetitions;
  }

  @Override
  boolean online() {
    return !offline.offline;
  }

  @Override
  Study<?> study(WorkflowOptions options, Supplier<FileStudy.Setting> setting) {
    return new StorageStudy(told(options), setting.get());
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
        options,
        matrix.scenarios(options.paging().rowsTarget(), replay),
        names,
        replay,
        reuse.reuse);
  }
}
