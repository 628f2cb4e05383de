package dev.plumbline.runners.microbench;

import dev.plumbline.runners.options.Bounds;
import dev.plumbline.runners.options.UsageException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is measured, and how long. */
@Command(optionListHeading = "%nMeasuring:%n")
final class EffortOptions {
  @Option(
      names = "--include",
      paramLabel = "REGEX",
      defaultValue = "",
      description = "Only benchmarks in whose name it is found. Default: all.")
  String include = "";

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "6",
      description =
          "Fresh JVMs for each benchmark; each gives one number. Six are the fewest that give a"
              + " ratio an interval. Default: 6.")
  int forks;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Iterations of a fork that count, one second each. Default: 3.")
  int iterations;

  @Option(
      names = "--warmup-iterations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Iterations before these, that do not count, one second each. Default: 3.")
  int warmupIterations;

  @Option(
      names = "--smoke",
      negatable = true,
      defaultValue = "false",
      fallbackValue = "true",
      description =
          "One fork and one short iteration, whatever else is asked: shows that all works, and"
              + " measures nothing. Default: false.")
  boolean smoke;

  /**
   * How much is measured.
   *
   * @throws UsageException if a number is out of its range
   */
  Effort effort() {
    Bounds.check("--forks", forks, 1, 1_000);
    Bounds.check("--iterations", iterations, 1, 1_000);
    Bounds.check("--warmup-iterations", warmupIterations, 0, 1_000);
    return smoke ? Effort.smoke() : Effort.of(forks, warmupIterations, iterations);
  }

  /**
   * Those of all that are asked for.
   *
   * @throws UsageException if there is none
   */
  List<MicroBenchmark> among(List<MicroBenchmark> all) {
    List<MicroBenchmark> found =
        all.stream().filter(b -> pattern().matcher(b.scenario()).find()).toList();
    if (found.isEmpty()) {
      String names = String.join(", ", all.stream().map(MicroBenchmark::scenario).toList());
      throw UsageException.of("--include", include, "a part of one of " + names);
    }
    return found;
  }

  private Pattern pattern() {
    try {
      return Pattern.compile(include);
    } catch (PatternSyntaxException e) {
      throw UsageException.of("--include", include, "a regular expression: " + e.getDescription());
    }
  }
}
