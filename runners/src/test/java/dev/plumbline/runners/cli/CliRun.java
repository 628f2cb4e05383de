package dev.plumbline.runners.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** A command line run in this process, and what it said. */
record CliRun(int exit, String out, String err) {

  /** A task that no test here lets run. */
  static final class NoTask implements ChildTask {
    @Override
    public ChildOutcome run(ForkRequest request, Path directory) {
      throw new AssertionError("must not run");
    }
  }

  static CliRun of(String... arguments) {
    return with(Map.of(), Map.of(), arguments);
  }

  static CliRun with(
      Map<String, String> environment, Map<String, String> properties, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            environment,
            properties,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            task -> NoTask.class);
    int exit = new Cli(surroundings).execute(arguments);
    return new CliRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** What {@code elt} would run with. */
  static WorkflowOptions options(Map<String, String> properties, String... arguments) {
    return optionsOf("elt", properties, arguments);
  }

  /** What this workflow would run with. */
  static WorkflowOptions optionsOf(
      String workflow, Map<String, String> properties, String... arguments) {
    Surroundings surroundings =
        new Surroundings(Map.of(), properties, System.out, System.err, task -> NoTask.class);
    CommandLine command = new Cli(surroundings).commandLine();
    String[] all = new String[arguments.length + 1];
    all[0] = workflow;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    ParseResult parsed = command.parseArgs(all);
    return ((WorkflowCommand) parsed.subcommand().commandSpec().userObject()).options();
  }

  JsonNode lastLine() {
    List<String> lines = out.lines().toList();
    try {
      return Json.mapper().readTree(lines.get(lines.size() - 1));
    } catch (IOException e) {
      throw new AssertionError("the last line is not JSON: " + out, e);
    }
  }
}
