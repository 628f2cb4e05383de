package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.ReplayPaths;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.study.FileStudy;
import dev.plumbline.runners.study.engines.EnginesOptions;
import dev.plumbline.runners.study.engines.EnginesStudy;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code engines}: the same work by every engine over the same files. */
@Command(
    name = "engines",
    description = {
      "Let every engine do the same work over the same Parquet files: read every value (scan), group,"
          + " join, score and sum up (analytics), the same written as Parquet (engine_pipeline), and"
          + " two full outer joins of three canonical tables (join_engine). The first column is the key,"
          + " the next three are base, edge one and edge two.",
      "",
      "Every result is held to a reference in full before its time counts. Engines run in fresh JVMs,"
          + " interleaved in blocks. Times are of the work itself: starting engines, making the"
          + " canonical tables and exporting the rows stand apart. A difference ends the run with exit 3"
          + " and no times. docs/ENGINES.md says more.",
    },
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=engines",
      "  plumbline engines --engines duckdb,polars --rows-target 1000000 --repetitions 20",
      "  plumbline engines --offline-replay-stage-io --parquet-new-path rows.parquet",
      "  plumbline engines --engines beam,duckdb --runner flink-local --query-kinds simple,complex"
    })
final class EnginesCommand extends StudyCommand {
  @Mixin RepetitionOptions repetitions = new RepetitionOptions();
  @Mixin QueryKindOptions queryKinds = new QueryKindOptions();
  @Mixin ReuseOptions reuse = new ReuseOptions();
  @Mixin OfflineReplayOptions offline = new OfflineReplayOptions();

  EnginesCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "engines";
  }

  @Override
  List<String> fittingEngines() {
    return Engines.labels();
  }

  @Override
  RepetitionOptions repetitions() {
    return repetitions;
  }

  @Override
  boolean online() {
    return !offline.offline;
  }

  /** One kind for each Parquet that is given, called as its pair. */
  private static List<QueryKind> replayed(ReplayPaths replay, QueryKind asked) {
    List<QueryKind> kinds = new ArrayList<>();
    if (replay.parquetCompare() != null) {
      kinds.add(asked.named(ReplayPaths.COMPARE));
    }
    if (replay.parquetNew() != null) {
      kinds.add(asked.named(ReplayPaths.NEW));
    }
    if (kinds.isEmpty()) {
      throw new UsageException(
          "--offline-replay-stage-io: found no Parquet, expected --parquet-compare-path or"
              + " --parquet-new-path, or both");
    }
    return kinds;
  }

  @Override
  Study<?> study(WorkflowOptions options, Supplier<FileStudy.Setting> setting) {
    return new EnginesStudy(told(options), setting.get());
  }

  private EnginesOptions told(WorkflowOptions options) {
    QueryKind asked =
        new QueryKind(
            "asked", options.query().root(), options.query().views(), options.query().joins());
    ReplayPaths replay = offline.paths();
    if (replay != null && !queryKinds.kinds.equals(QueryKindOptions.DEFAULT)) {
      throw new UsageException("--query-kinds: a replay exports nothing, so it has no kinds");
    }
    return new EnginesOptions(
        options,
        engines.names(fittingEngines()),
        engines.engine != null,
        replay == null ? queryKinds.kinds(mine.target(), asked) : replayed(replay, asked),
        replay,
        reuse.reuse);
  }
}
