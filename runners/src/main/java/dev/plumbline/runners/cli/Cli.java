package dev.plumbline.runners.cli;

import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.launch.EarlyFork;
import dev.plumbline.runners.options.EnvironmentException;
import dev.plumbline.runners.options.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line: what {@code main} hands its arguments to.
 *
 * @param surroundings the process it runs in
 */
public record Cli(Surroundings surroundings) {
  /** Property that names the subcommand if the first argument does not. */
  static final String PIPELINE = "pipeline";

  /**
   * Runs the command in this process and returns the exit code; nothing is thrown. The JVM of a run
   * starts while the command line is still read.
   */
  public static int run(String... arguments) {
    try (EarlyFork early = EarlyRun.start(arguments)) {
      return new Cli(Surroundings.ofThisProcess(early)).execute(arguments);
    }
  }

  /** Runs the command and returns the exit code; nothing is thrown. */
  public int execute(String... arguments) {
    CommandLine command = commandLine();
    for (String warning : PropertyWarnings.of(surroundings.properties().keySet(), names(command))) {
      surroundings.err().println("plumbline: warning: " + warning);
    }
    try {
      return command.execute(withPipeline(arguments));
    } catch (Throwable e) { // The last resort of a process: nothing above would report it.
      return new Failures(surroundings).last(e);
    }
  }

  CommandLine commandLine() {
    CommandLine command =
        new CommandLine(new RootCommand())
            .addSubcommand(new EltCommand(surroundings))
            .addSubcommand(new EtlCommand(surroundings))
            .addSubcommand(new EnginesCommand(surroundings))
            .addSubcommand(new StorageCommand(surroundings))
            .addSubcommand(new MeasureCommand(surroundings))
            .addSubcommand(new ParityCommand(surroundings))
            .addSubcommand(new MineCommand(surroundings))
            .addSubcommand(new CleanCommand(surroundings))
            .addSubcommand(new DoctorCommand(surroundings));
    return standard(command, surroundings);
  }

  /**
   * Gives a command what all of ours have: help in groups, versions, defaults from system
   * properties, and errors in one line with the right exit code.
   *
   * @param command whose options stand in mixins, each a group of the help
   */
  public static CommandLine standard(CommandLine command, Surroundings surroundings) {
    all(command).forEach(spec -> spec.addMixin("standardHelp", StandardHelp.spec()));
    Failures failures = new Failures(surroundings);
    command
        .setDefaultValueProvider(new PropertyDefaults(surroundings.properties()))
        .setExecutionStrategy(Cli::guarded)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
    GroupedHelp.install(command);
    return command;
  }

  private static int guarded(ParseResult parsed) {
    try {
      ClassPath.current().check();
      OutputGuard.check(parsed);
    } catch (EnvironmentException | UsageException e) {
      List<CommandLine> lines = parsed.asCommandLineList();
      throw new CommandLine.ExecutionException(
          lines.get(lines.size() - 1), String.valueOf(e.getMessage()), e);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private String[] withPipeline(String[] arguments) {
    String pipeline = surroundings.properties().get(PIPELINE);
    if (pipeline == null || (arguments.length > 0 && !arguments[0].startsWith("-"))) {
      return arguments;
    }
    List<String> all = new ArrayList<>(List.of(pipeline));
    all.addAll(Arrays.asList(arguments));
    return all.toArray(String[]::new);
  }

  private static Set<String> names(CommandLine command) {
    Set<String> names = new TreeSet<>(Set.of(PIPELINE));
    all(command)
        .forEach(
            spec -> spec.options().forEach(option -> names.addAll(PropertyDefaults.names(option))));
    return names;
  }

  private static List<CommandSpec> all(CommandLine command) {
    List<CommandSpec> specs = new ArrayList<>(List.of(command.getCommandSpec()));
    command.getSubcommands().values().forEach(sub -> specs.add(sub.getCommandSpec()));
    return specs;
  }
}
