package dev.plumbline.runners.cli;

import dev.plumbline.runners.child.ChildTask;
import java.io.PrintStream;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a command sees of the process it runs in.
 *
 * @param environment environment variables
 * @param properties system properties by name
 * @param out results and the last line
 * @param err messages
 * @param eltTask what the forked JVM of {@code elt} runs
 */
public record Surroundings(
    Map<String, String> environment,
    Map<String, String> properties,
    PrintStream out,
    PrintStream err,
    Class<? extends ChildTask> eltTask) {

  public Surroundings {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }

  /** Those of this process. */
  public static Surroundings ofThisProcess(Class<? extends ChildTask> eltTask) {
    Properties all = System.getProperties();
    Map<String, String> properties =
        all.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> all.getProperty(name, "")));
    return new Surroundings(System.getenv(), properties, System.out, System.err, eltTask);
  }
}
