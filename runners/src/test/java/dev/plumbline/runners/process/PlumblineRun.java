package dev.plumbline.runners.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.ForkInside;
import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.cli.Cli;
import dev.plumbline.runners.cli.Surroundings;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The real command line, run to its end with real forks: in this process, or in one of its own
 * where the launcher's process is part of what is tested.
 *
 * @param exit its exit code
 * @param out its standard output
 * @param err its standard error
 * @param folder its results folder
 */
public record PlumblineRun(int exit, String out, String err, Path folder) {

  /**
   * Runs {@code arguments --results-dir directory/results} by the command line in this process,
   * with real forks.
   */
  public static PlumblineRun here(Path directory, List<String> arguments) throws IOException {
    return here(
        directory,
        arguments,
        ForkStart.writing(
            new ForkOutput(
                Redirect.appendTo(directory.resolve("out").toFile()),
                Redirect.appendTo(directory.resolve("err").toFile()))));
  }

  /**
   * The same with the work in this process, too, whose classes are loaded already: for all tests
   * that do not need the process.
   */
  public static PlumblineRun inside(Path directory, List<String> arguments) throws IOException {
    return here(directory, arguments, ForkInside.writing(directory.resolve("out")));
  }

  private static PlumblineRun here(Path directory, List<String> arguments, ForkStart forkStart)
      throws IOException {
    Path out = Files.writeString(directory.resolve("out"), "");
    Path err = Files.writeString(directory.resolve("err"), "");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("CI");
    PrintStream before = System.err;
    int exit;
    try (PrintStream outTo = appending(out);
        PrintStream errTo = appending(err)) {
      System.setErr(errTo); // the launcher's log
      exit =
          new Cli(
                  new Surroundings(
                      environment, Map.of(), outTo, errTo, UnaryOperator.identity(), forkStart))
              .execute(complete(directory, arguments).toArray(String[]::new));
    } finally {
      System.setErr(before);
    }
    return of(exit, directory);
  }

  private static PrintStream appending(Path file) throws IOException {
    return new PrintStream(
        Files.newOutputStream(file, StandardOpenOption.APPEND), true, StandardCharsets.UTF_8);
  }

  /** Runs {@code prefix java ... Plumbline arguments --results-dir directory/results}. */
  public static PlumblineRun apart(List<String> prefix, Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    return apart(prefix, ClassPath.current().text(), directory, arguments);
  }

  /** The same with classes of a test's own. */
  public static PlumblineRun apart(
      List<String> prefix, String classPath, Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.addAll(ChildJvm.moreOptions());
    command.addAll(List.of("-cp", classPath));
    command.add(Plumbline.class.getName());
    command.addAll(complete(directory, arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().remove("CI");
    return of(builder.start().waitFor(), directory);
  }

  private static List<String> complete(Path directory, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.add("--results-dir=" + results(directory));
    return all;
  }

  private static PlumblineRun of(int exit, Path directory) throws IOException {
    return new PlumblineRun(
        exit,
        Files.readString(directory.resolve("out")),
        Files.readString(directory.resolve("err")),
        results(directory));
  }

  private static Path results(Path directory) {
    return directory.resolve("results");
  }

  /** The JSON object that ends standard output. */
  public JsonNode lastLine() throws IOException {
    List<String> lines = out.lines().toList();
    return Json.mapper().readTree(lines.get(lines.size() - 1));
  }

  /** The runs in the results folder that look complete. */
  public List<String> results() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).filter(n -> !n.startsWith(".")).toList();
    }
  }
}
