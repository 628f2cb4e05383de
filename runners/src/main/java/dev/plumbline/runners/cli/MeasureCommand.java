package dev.plumbline.runners.cli;

import dev.plumbline.runners.measure.Experiment;
import dev.plumbline.runners.measure.Measure;
import dev.plumbline.runners.measure.Reanalysis;
import dev.plumbline.runners.measure.Study;
import dev.plumbline.runners.measure.arm.Arm;
import dev.plumbline.runners.measure.arm.MeasureChild;
import dev.plumbline.runners.mine.recorded.Recording;
import dev.plumbline.runners.options.MineKind;
import dev.plumbline.runners.options.Redaction;
import dev.plumbline.runners.options.ShownOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.results.JsonOut;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code measure}: arms in interleaved forks, their ratios with intervals. */
@Command(
    name = "measure",
    description = {
      "Measure arms against each other: each in fresh JVMs, interleaved in blocks, proven in every"
          + " fork; give the ratio of each to the first, its interval, and what it can tell.",
      "",
      "Options of the pipeline that are given outside an arm hold for all arms.",
    },
    footer = {
      "%nExamples:",
      "  plumbline measure --arm \"--runner floor\" --arm \"--runner direct\" --rows-target 200000",
      "  plumbline measure --arm \"a=--runner direct\" --arm \"b=--runner direct\" --blocks 20",
      "  plumbline measure --arm \"old=--build old/plumbline.jar\" --arm \"new=\" --max-minutes 30",
      "  plumbline measure --arm \"exec:gzip -k -c f\" --arm \"exec:zstd -c f\" --blocks 20",
      "  plumbline measure --from results/RUN --json-out again.json"
    })
final class MeasureCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin MeasureOptions measure = new MeasureOptions();
  @Mixin MineOptions mine = new MineOptions();
  @Mixin WorkOptions work = new WorkOptions();
  @Mixin ProofOptions proof = new ProofOptions();
  @Mixin SampleOptions sample = new SampleOptions();
  @Mixin OutputOptions output = new OutputOptions();
  @Mixin StartOptions start = new StartOptions();
  @Mixin LocalMineOptions localMine = new LocalMineOptions();
  @Mixin RecordingOptions recording = new RecordingOptions();
  @Mixin ReplayOptions replay = new ReplayOptions();
  @Mixin EngineChoiceOptions engines = new EngineChoiceOptions();
  @Mixin GuardrailOptions guardrail = new GuardrailOptions();

  MeasureCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws Exception {
    if (measure.from != null) {
      if (!measure.arms.isEmpty()) {
        throw UsageException.of("--from", measure.from, "no --arm beside it: nothing is measured");
      }
      JsonOut.check(output.jsonOut);
      return new Reanalysis(surroundings.out()).of(Path.of(measure.from), output.jsonOut);
    }
    Experiment experiment = experiment();
    if (experiment.arms().stream().anyMatch(MeasureCommand::isForeign)) {
      LiveMine live = LiveMine.of(surroundings, mine.serviceRoots());
      if (live.isOut()) {
        return live.skip(surroundings, experiment.scenario());
      }
      experiment = experiment.at(live.url());
    }
    return new Measure(
            surroundings.forkStart(),
            surroundings.forks().apply(MeasureChild.class),
            surroundings.out())
        .run(Study.of(experiment));
  }

  private Experiment experiment() {
    measure.checkPipeline();
    if (recording.recordPages != null) {
      throw UsageException.of(
          "--record-pages", recording.recordPages, "no measure: record with elt, then replay here");
    }
    List<Long> sizes = measure.sizes(rowsTarget());
    replay.recording().ifPresent(r -> sizes.forEach(size -> checkSize(r, size)));
    long largest = sizes.stream().mapToLong(Long::longValue).max().orElseThrow();
    ParseResult parsed = spec.commandLine().getParseResult();
    ArmParser parser = new ArmParser(surroundings, measure.pipeline, parsed, largest);
    List<Arm> arms = measure.arms.stream().map(parser::arm).toList();
    boolean pipelines = arms.stream().anyMatch(arm -> arm.export().isPresent());
    return new Experiment(
        pipelines ? measure.pipeline : "command",
        arms,
        pipelines ? sizes : List.of(),
        measure.blocks,
        measure.warmIterations,
        measure.seed,
        measure.margin,
        measure.maxMinutes(),
        measure.sameOutput,
        measure.forkTimeoutSeconds,
        output.resultsDir,
        output.jsonOut,
        shown(
            arms,
            CommandText.of(parsed, new PropertyDefaults(surroundings.properties())).stream()
                .map(MeasureCommand::withoutSecrets)
                .toList()));
  }

  /** The query is the same for all arms, and stands outside of them. */
  private static List<String> shown(List<Arm> arms, List<String> command) {
    boolean all =
        arms.stream().allMatch(arm -> arm.export().map(WorkflowOptions::showsRows).orElse(true));
    return all ? command : ShownOptions.hidden(command);
  }

  private static void checkSize(Recording recording, long size) {
    if (ExportChoice.rows(recording, size) != size) {
      throw UsageException.of(
          "--rows-targets", size, "at most the %,d recorded rows".formatted(recording.rows()));
    }
  }

  /** All that was recorded, unless less was asked for. */
  private long rowsTarget() {
    GivenOptions given =
        new GivenOptions(
            spec.commandLine().getParseResult(), new PropertyDefaults(surroundings.properties()));
    return replay
        .recording()
        .map(recorded -> ExportChoice.of(recorded, mine, work, given).rows())
        .orElse(work.rowsTarget);
  }

  /** An arm is one argument of ours, but has arguments of its own. */
  private static String withoutSecrets(String argument) {
    return String.join(" ", Redaction.arguments(List.of(argument.split(" ", -1))));
  }

  /** Whether it asks a mine that is not ours; the mine is the same for all arms. */
  private static boolean isForeign(Arm arm) {
    return arm.export().filter(export -> export.mine().mineKind() == MineKind.FOREIGN).isPresent();
  }
}
