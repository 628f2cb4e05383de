package dev.plumbline.runners.cli;

import dev.plumbline.runners.study.Repetitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How often works are measured, and in which order. */
@Command(optionListHeading = "%nRepetitions:%n")
final class RepetitionOptions {
  @Option(
      names = {"--repetitions", "--blocks"},
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Every engine, or form, runs once in each block, in a fresh JVM. 6 can tell two apart, 7 three;"
              + " 10 hold a build to it, 20 can be published. Default: 3, a quick look.")
  int repetitions;

  @Option(
      names = "--warm-iterations",
      paramLabel = "N",
      defaultValue = "0",
      description = "Run each work so often again in the same fork. Default: 0.")
  int warmIterations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "The order of arms and works is a function of this. Default: 42.")
  long seed;

  @Option(
      names = "--fork-timeout-seconds",
      paramLabel = "N",
      defaultValue = "900",
      description = "Stop a fork that takes longer: it hangs. Default: 900.")
  long forkTimeoutSeconds;

  Repetitions repetitions() {
    return new Repetitions(repetitions, warmIterations, seed, forkTimeoutSeconds);
  }
}
