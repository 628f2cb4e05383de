package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.study.FileStudy;
import dev.plumbline.runners.study.reread.RereadOptions;
import dev.plumbline.runners.study.reread.RereadStudy;
import dev.plumbline.transforms.engine.list.Engines;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reread}: a command that the product does not have. */
@Command(name = "reread", description = "Let every engine read an export again.")
final class RereadCommand extends StudyCommand {
  @Mixin RepetitionOptions repetitions = new RepetitionOptions();

  RereadCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  String name() {
    return "reread";
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
  Study<?> study(WorkflowOptions options, Supplier<FileStudy.Setting> setting) {
    return new RereadStudy(
        new RereadOptions(options, engines.names(fittingEngines()), engines.engine != null),
        setting.get());
  }
}
