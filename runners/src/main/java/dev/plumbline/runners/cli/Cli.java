package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.EnvironmentException;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.EarlyFork;
import dev.plumbline.runners.run.Beside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
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
   * starts while the command line is still read, and what is needed next is loaded beside that.
   */
  public static int run(String... arguments) {
    try (EarlyFork early = EarlyRun.start(arguments)) {
      Beside.start("log", () -> LoggerFactory.getLogger(Cli.class));
      Beside.start("targets", MineTargets::all); // loads the JSON library
      return new Cli(Surroundings.ofThisProcess(early)).execute(arguments);
    }
  }

  /** Runs the command and returns the exit code; nothing is thrown. */
  public int execute(String... arguments) {
    String[] all = withPipeline(arguments);
    CommandLine command = commandLine(all.length == 0 ? "" : all[0]);
    warn(command);
    try {
      return command.execute(all);
    } catch (Throwable e) { // The last resort of a process: nothing above would report it.
      return new Failures(surroundings).last(e);
    }
  }

  /** The command line with all commands. */
  CommandLine commandLine() {
    return commandLine("");
  }

  /** With the command of that name only, which is quicker made; with all if there is none. */
  private CommandLine commandLine(String name) {
    CommandLine command = new CommandLine(new RootCommand());
    Map<String, Supplier<Object>> commands = commands();
    Supplier<Object> only = commands.get(name);
    for (Supplier<Object> each : only == null ? commands.values() : List.of(only)) {
      command.addSubcommand(each.get());
    }
    return standard(command, surroundings);
  }

  private Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("elt", () -> new EltCommand(surroundings));
    commands.put("etl", () -> new EtlCommand(surroundings));
    commands.put("engines", () -> new EnginesCommand(surroundings));
    commands.put("storage", () -> new StorageCommand(surroundings));
    commands.put("measure", () -> new MeasureCommand(surroundings));
    commands.put("parity", () -> new ParityCommand(surroundings));
    commands.put("mine", () -> new MineCommand(surroundings));
    commands.put("clean", () -> new CleanCommand(surroundings));
    commands.put("doctor", () -> new DoctorCommand(surroundings));
    return commands;
  }

  /** A property may be meant for another command: it is a mistake if it is no name anywhere. */
  private void warn(CommandLine command) {
    Set<String> properties = surroundings.properties().keySet();
    if (!PropertyWarnings.of(properties, names(command)).isEmpty()) {
      for (String warning : PropertyWarnings.of(properties, names(commandLine()))) {
        surroundings.err().println("plumbline: warning: " + warning);
      }
    }
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
