package dev.plumbline.runners.cli;

import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.options.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code measure} alone is told. */
@Command(optionListHeading = "%nWhat to measure:%n")
final class MeasureOptions {
  @Option(
      names = "--arm",
      paramLabel = "[NAME=]ARM",
      parameterConsumer = ArmWords.class,
      description = {
        "One of the ways to be measured, at least two; the first is the base. Options of the"
            + " pipeline such as \"--runner floor\" (and --build JAR for another build of this"
            + " program), or exec:COMMAND for any program, which is run without a shell."
            + " Default: none."
      })
  List<String> arms = List.of();

  /** Takes what stands there as it is: it looks like options, but they are the arm's. */
  static final class ArmWords implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> left, ArgSpec option, CommandSpec command) {
      if (left.isEmpty()) {
        throw new ParameterException(command.commandLine(), "--arm: expected an arm behind it");
      }
      List<String> arms = new ArrayList<>();
      if (option.getValue() instanceof List<?> before) {
        before.forEach(arm -> arms.add(String.valueOf(arm)));
      }
      arms.add(left.pop());
      option.setValue(arms);
    }
  }

  @Option(
      names = "--pipeline",
      paramLabel = "NAME",
      defaultValue = "elt",
      description = "The pipeline that all arms but commands run: elt or etl. Default: elt.")
  String pipeline = "";

  @Option(
      names = "--rows-targets",
      paramLabel = "N",
      split = ",",
      description =
          "Several sizes, comma separated, each in forks of its own; of three or more it is said"
              + " what is fixed and what each row adds. Instead of --rows-target. Default:"
              + " --rows-target.")
  List<Long> rowsTargets = List.of();

  @Option(
      names = "--blocks",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Every arm runs once in each block, at each size. Below 6 nothing is claimed, 10 bear a"
              + " gate, 20 can be published. Default: 10.")
  int blocks;

  @Option(
      names = "--warm-iterations",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Run each size so often again in the same fork; a warm figure needs at least 4."
              + " Default: 0, cold only.")
  int warmIterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The order of arms and sizes is a function of this. Default: 42.")
  long seed;

  @Option(
      names = "--max-minutes",
      paramLabel = "X",
      description = "Begin no block that would not end in time. Default: no limit.")
  @Nullable Double maxMinutes;

  @Option(
      names = "--fork-timeout-seconds",
      paramLabel = "N",
      defaultValue = "900",
      description = "Stop a fork that takes longer: it hangs. Default: 900.")
  long forkTimeoutSeconds;

  @Option(
      names = "--margin",
      paramLabel = "X",
      defaultValue = "0.05",
      description = "Arms that differ by less count as equivalent. Default: 0.05, which is 5 %%.")
  double margin;

  @Option(
      names = "--same-output",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "Commands must all print the same bytes; else only their exit code proves them."
              + " Default: false.")
  boolean sameOutput;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "Measure nothing: analyse the raw part of an earlier measurement again, its report or"
              + " its forks.jsonl. Default: none.")
  @Nullable String from;

  OptionalDouble maxMinutes() {
    return maxMinutes == null ? OptionalDouble.empty() : OptionalDouble.of(maxMinutes);
  }

  /** The sizes; one of them given is the work option's. */
  List<Long> sizes(long rowsTarget) {
    return rowsTargets.isEmpty() ? List.of(rowsTarget) : rowsTargets;
  }

  void checkPipeline() {
    if (Workflow.of(pipeline).isEmpty()) {
      throw UsageException.of("--pipeline", pipeline, String.join(" or ", Workflow.labels()));
    }
  }
}
