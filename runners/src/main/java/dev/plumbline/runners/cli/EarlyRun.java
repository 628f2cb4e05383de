package dev.plumbline.runners.cli;

import dev.plumbline.pipelines.elt.EltPipeline;
import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.machine.MachineMemory;
import dev.plumbline.runners.options.HeapSize;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.EarlyFork;
import dev.plumbline.runners.process.ForkOutput;
import dev.plumbline.runners.process.ForkStart;
import dev.plumbline.runners.run.WorkflowChild;
import dev.plumbline.transforms.engine.list.Engines;
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
 * @param archive what it does, as the name of its class archive has it
 * @param resultsDir the folder of results
 */
record EarlyRun(String heap, String archive, String resultsDir) {

  /** After these there is no run, or another JVM than one is told of here. */
  private static final Set<String> NO_RUN = Set.of("-h", "--help", "-V", "--version");

  /** Reads it off; empty if there will be no run, or not one like these. */
  static Optional<EarlyRun> of(List<String> arguments, Map<String, String> properties) {
    boolean plain =
        arguments.stream().noneMatch(argument -> argument.startsWith("--verbose"))
            && !properties.containsKey("verbose");
    return command(arguments, properties)
        .filter(command -> plain)
        .map(
            command ->
                new EarlyRun(
                    value("heap", arguments, properties).orElse(WorkOptions.HEAP),
                    archive(command, arguments, properties),
                    value("results-dir", arguments, properties).orElse(OutputOptions.RESULTS)));
  }

  /** The command, if it is one that runs a pipeline. */
  static Optional<String> command(List<String> arguments, Map<String, String> properties) {
    String first = arguments.isEmpty() ? "-" : arguments.get(0);
    String command = first.startsWith("-") ? properties.getOrDefault(Cli.PIPELINE, "") : first;
    boolean run = Workflow.of(command).isPresent();
    for (String argument : arguments) {
      run &= !NO_RUN.contains(argument) && !argument.startsWith("@");
    }
    return run ? Optional.of(command) : Optional.empty();
  }

  private static String archive(
      String command, List<String> arguments, Map<String, String> properties) {
    String usual =
        command.equals(EltPipeline.NAME) ? Engines.DUCKDB.label() : Engines.POLARS.label();
    String engine =
        value("engine", arguments, properties)
            .or(() -> value("engines", arguments, properties))
            .orElse(usual);
    String runner = value("runner", arguments, properties).orElse(WorkOptions.RUNNER);
    return ChildJvm.archiveName(
        WorkflowChild.NAME, command, WorkOptions.runner(runner).label(), engine);
  }

  /** The value of an option, or of the system property of that name. */
  static Optional<String> value(
      String name, List<String> arguments, Map<String, String> properties) {
    String option = "--" + name;
    String value = properties.get(name);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(option + "=")) {
        value = argument.substring(option.length() + 1);
      } else if (argument.equals(option) && i + 1 < arguments.size()) {
        value = arguments.get(i + 1);
      }
    }
    return Optional.ofNullable(value);
  }

  /** Starts the JVM of the run that these arguments of this process ask for, if they do. */
  static EarlyFork start(String... arguments) {
    ForkStart usual = ForkStart.writing(ForkOutput.inherited());
    try {
      List<String> given = Arrays.asList(arguments);
      Map<String, String> properties = Surroundings.propertiesOfThisProcess();
      Optional<EarlyRun> run = of(given, properties);
      StartOptions start = new StartOptions();
      value(StartOptions.CACHE, given, properties).ifPresent(start::setCache);
      value(StartOptions.ARCHIVE, given, properties).ifPresent(start::setArchive);
      if (run.isEmpty() || !ClassPath.current().canBeForked()) {
        return EarlyFork.none(usual);
      }
      String heap = HeapSize.parse(run.get().heap(), MachineMemory.limitBytes()).text();
      return EarlyFork.start(
          heap, run.get().archive(), run.get().resultsDir(), System.getenv(), usual);
    } catch (RuntimeException e) { // whatever it is, it is said when the options are read
      return EarlyFork.none(usual);
    }
  }
}
