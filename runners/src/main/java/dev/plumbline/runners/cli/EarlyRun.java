package dev.plumbline.runners.cli;

import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.etl.EtlPipeline;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.launch.EarlyFork;
import dev.plumbline.runners.launch.ForkOutput;
import dev.plumbline.runners.launch.ForkStart;
import dev.plumbline.runners.machine.MachineMemory;
import dev.plumbline.runners.options.HeapSize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of a command line to start the JVM of its run, read off it before it is
 * parsed. If it is misread, the run gets another JVM, a little later.
 *
 * @param heap of that JVM
 * @param resultsDir the folder of results
 */
record EarlyRun(String heap, String resultsDir) {
  private static final Set<String> RUNS = Set.of(EltPipeline.NAME, EtlPipeline.NAME);

  /** After these there is no run, or another JVM than one is told of here. */
  private static final Set<String> NO_RUN = Set.of("-h", "--help", "-V", "--version");

  /** Reads it off; empty if there will be no run, or not one like these. */
  static Optional<EarlyRun> of(List<String> arguments, Map<String, String> properties) {
    String first = arguments.isEmpty() ? "-" : arguments.get(0);
    String command = first.startsWith("-") ? properties.getOrDefault(Cli.PIPELINE, "") : first;
    boolean plain =
        arguments.stream()
                .noneMatch(
                    arg ->
                        NO_RUN.contains(arg) || arg.startsWith("@") || arg.startsWith("--verbose"))
            && !properties.containsKey("verbose");
    return plain && RUNS.contains(command)
        ? Optional.of(
            new EarlyRun(
                value("heap", WorkOptions.HEAP, arguments, properties),
                value("results-dir", OutputOptions.RESULTS, arguments, properties)))
        : Optional.empty();
  }

  private static String value(
      String name, String usual, List<String> arguments, Map<String, String> properties) {
    String option = "--" + name;
    String value = properties.getOrDefault(name, usual);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(option + "=")) {
        value = argument.substring(option.length() + 1);
      } else if (argument.equals(option) && i + 1 < arguments.size()) {
        value = arguments.get(i + 1);
      }
    }
    return value;
  }

  /** Starts the JVM of the run that these arguments of this process ask for, if they do. */
  static EarlyFork start(String... arguments) {
    ForkStart usual = ForkStart.writing(ForkOutput.inherited());
    Optional<EarlyRun> run = of(Arrays.asList(arguments), Surroundings.propertiesOfThisProcess());
    try {
      if (run.isEmpty() || !ClassPath.current().canBeForked()) {
        return EarlyFork.none(usual);
      }
      String heap = HeapSize.parse(run.get().heap(), MachineMemory.limitBytes()).text();
      return EarlyFork.start(heap, run.get().resultsDir(), System.getenv(), usual);
    } catch (RuntimeException e) { // whatever it is, it is said when the options are read
      return EarlyFork.none(usual);
    }
  }
}
