package dev.plumbline.runners.cli;

import dev.plumbline.runners.options.EnvironmentException;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.InputRefused;
import dev.plumbline.runners.options.Redaction;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.process.RunSummary;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            : inWords(Objects.requireNonNullElse(error.getMessage(), error.toString()));
    return usage(error.getCommandLine(), message);
  }

  /** What a value must be, not what Java calls it. */
  private static String inWords(String message) {
    return message
        .replaceAll("is not an? (long|int|integer)\\b", "is no whole number")
        .replaceAll("is not a (double|float)\\b", "is no number");
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    String message = Objects.requireNonNullElse(error.getMessage(), error.toString());
    if (error instanceof UsageException) {
      return usage(command, message);
    }
    if (error instanceof EnvironmentException) {
      return end(ExitCode.SKIPPED, "environment", message);
    }
    Optional<String> unsayable = unsayable(error);
    if (unsayable.isPresent()) {
      return end(ExitCode.SKIPPED, "environment", unsayable.get());
    }
    String type = error.getClass().getSimpleName();
    return end(
        ExitCode.FAILED, type, error instanceof InputRefused ? message : type + ": " + message);
  }

  /** Whatever else went wrong, an {@link Error} among it. */
  int last(Throwable error) {
    Optional<String> unsayable = unsayable(error);
    if (unsayable.isPresent()) {
      return end(ExitCode.SKIPPED, "environment", unsayable.get());
    }
    String type = error.getClass().getSimpleName();
    String message = Objects.requireNonNullElseGet(error.getMessage(), () -> place(error));
    return end(ExitCode.FAILED, type, type + ": " + message);
  }

  /** Where an error came from that says nothing else. */
  private static String place(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    return trace.length == 0 ? "it says nothing else" : "in " + trace[0];
  }

  /** Whether it is a file's name that this locale has no letters for; then what to do. */
  private static Optional<String> unsayable(Throwable error) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof InvalidPathException && !encoding.equalsIgnoreCase("UTF-8")) {
        return Optional.of(
            "a file's name has letters that the encoding %s of this locale has not; set LC_ALL=C.UTF-8"
                .formatted(encoding));
      }
    }
    return Optional.empty();
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
