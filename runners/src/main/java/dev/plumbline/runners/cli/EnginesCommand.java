package dev.plumbline.runners.cli;

import dev.plumbline.runners.engines.EnginesStudy;
import dev.plumbline.runners.measure.Measure;
import dev.plumbline.runners.measure.fork.MeasureChild;
import dev.plumbline.runners.options.EngineChoice;
import dev.plumbline.runners.options.EnginesOptions;
import dev.plumbline.runners.options.QueryKind;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.transforms.engine.Engines;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code engines}: the same work by every engine over the same files. */
@Command(
    name = "engines",
    description = {
      "Let every engine do the same work over the same Parquet files: read every value (scan), group,"
          + " join, score and sum up (analytics), the same written as Parquet (engine_pipeline), and"
          + " two full outer joins of three canonical tables (join_engine).",
      "",
      "Every result is held to a reference in full before its time counts. Engines run in fresh JVMs,"
          + " interleaved in blocks. Times are of the work itself: starting engines, making the"
          + " canonical tables and exporting the rows stand apart.",
    },
    footer = {
      "%nExamples:",
      "  mvn compile exec:java -Dpipeline=engines",
      "  plumbline engines --engines duckdb,polars --rows-target 1000000 --repetitions 20",
      "  plumbline engines --engines beam,duckdb --runner flink-local --query-kinds simple,complex"
    })
final class EnginesCommand extends WorkflowCommand {
  @Mixin RepetitionOptions repetitions = new RepetitionOptions();
  @Mixin QueryKindOptions queryKinds = new QueryKindOptions();

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

  /** What prepares the input starts DuckDB; which engines are measured is another choice. */
  @Override
  EngineChoice engineChoice() {
    return engines.choiceOf(Engines.DUCKDB.label(), work.threads());
  }

  @Override
  int run(WorkflowOptions options) throws Exception {
    QueryKind asked =
        new QueryKind("asked", options.queryRoot(), options.queryViews(), options.queryJoins());
    EnginesOptions told =
        new EnginesOptions(
            options,
            engines.names(fittingEngines()),
            engines.engine != null,
            queryKinds.kinds(mine.target(), asked));
    EnginesStudy study = new EnginesStudy(told, repetitions.repetitions(), surroundings.forks());
    return new Measure(surroundings.forks().apply(MeasureChild.class), surroundings.out())
        .run(study);
  }
}
