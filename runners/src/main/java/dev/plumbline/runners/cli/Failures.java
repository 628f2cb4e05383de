package dev.plumbline.runners.cli;

import dev.plumbline.runners.launch.RunSummary;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Redaction;
import dev.plumbline.runners.options.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what was wrong and what was probably meant, and ends with the right code.
 *
 * @param surroundings where to say it
 */
record Failures(Surroundings surroundings)
    implements IParameterExceptionHandler, IExecutionExceptionHandler {

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    String message =
        error instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched.getCommandLine(), unmatched.getUnmatched())
            : Objects.requireNonNullElse(error.getMessage(), error.toString());
    return usage(error.getCommandLine(), message);
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    String message = Objects.requireNonNullElse(error.getMessage(), error.toString());
    if (error instanceof UsageException) {
      return usage(command, message);
    }
    String type = error.getClass().getSimpleName();
    return end(ExitCode.FAILED, type, type + ": " + message);
  }

  private int usage(CommandLine command, String message) {
    int exit = end(ExitCode.USAGE, "usage", message);
    surroundings
        .err()
        .println("'" + command.getCommandSpec().qualifiedName() + " --help' shows what there is.");
    return exit;
  }

  private int end(ExitCode exit, String type, String message) {
    String safe = Redaction.text(message);
    surroundings.err().println("plumbline: " + safe);
    RunSummary.withoutRun(exit, type, 0, null, safe).print(surroundings.out());
    return exit.code();
  }

  private static String unmatched(CommandLine command, List<String> arguments) {
    String found = arguments.get(0).replaceFirst("=.*", "");
    Set<String> commands = command.getSubcommands().keySet();
    if (found.startsWith("-")) {
      return "unknown option '" + found + "'" + meant(found, options(command));
    }
    return commands.isEmpty()
        ? "unexpected argument '" + found + "'"
        : "unknown pipeline or command '"
            + found
            + "'"
            + meant(found, commands)
            + " There are "
            + String.join(", ", commands);
  }

  private static String meant(String found, Set<String> names) {
    return NearestName.to(found, names).map(name -> "; did you mean '" + name + "'?").orElse(".");
  }

  private static Set<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream()
        .flatMap(
            option ->
                option.negatable()
                    ? Arrays.stream(
                        new String[] {
                          option.longestName(), "--no-" + option.longestName().substring(2)
                        })
                    : Arrays.stream(option.names()))
        .collect(Collectors.toSet());
  }
}
