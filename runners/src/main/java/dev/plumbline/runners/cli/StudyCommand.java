package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.Measure;
import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.options.EngineChoice;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.study.FileStudy;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.function.Supplier;

/** What commands that measure works over files have in common. */
abstract class StudyCommand extends WorkflowCommand {
  StudyCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /** How often works are measured. */
  abstract RepetitionOptions repetitions();

  /** What is measured; rejects options that do not fit together. */
  abstract Study<?> study(WorkflowOptions options, Supplier<FileStudy.Setting> setting);

  /** What makes the input ready starts DuckDB; which engines are measured is another choice. */
  @Override
  final EngineChoice engineChoice() {
    return engines.choiceOf(Engines.DUCKDB.label(), work.threads());
  }

  @Override
  final void check(WorkflowOptions options) {
    study(options);
  }

  private Study<?> study(WorkflowOptions options) {
    return study(
        options,
        () ->
            new FileStudy.Setting(
                repetitions().repetitions(), surroundings.forks(), surroundings.forkStart()));
  }

  @Override
  final int run(WorkflowOptions options) throws Exception {
    return new Measure(
            surroundings.forkStart(),
            surroundings.forks().apply(MeasureChild.class),
            surroundings.out())
        .run(study(options));
  }
}
