package dev.plumbline.runners.launch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The real command line in a process of its own, run to its end.
 *
 * @param exit its exit code
 * @param out its standard output
 * @param err its standard error
 * @param folder its results folder
 */
public record PlumblineProcess(int exit, String out, String err, Path folder) {

  /** Runs {@code prefix java ... Plumbline arguments --results-dir directory/results}. */
  public static PlumblineProcess start(List<String> prefix, Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    return start(prefix, ClassPath.current().text(), directory, arguments);
  }

  /** The same with classes of a test's own. */
  public static PlumblineProcess start(
      List<String> prefix, String classPath, Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    Path results = directory.resolve("results");
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", classPath, Plumbline.class.getName()));
    command.addAll(arguments);
    command.add("--results-dir=" + results);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("CI");
    int exit = builder.start().waitFor();
    return new PlumblineProcess(exit, Files.readString(out), Files.readString(err), results);
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
