package dev.plumbline.runners.cli;

import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkOutput;
import dev.plumbline.runners.process.ForkStart;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * What a command sees of the process it runs in.
 *
 * @param environment environment variables
 * @param properties system properties by name
 * @param out results and the last line
 * @param err messages
 * @param forks takes the task that a command names and gives the one that its forked JVM runs: the
 *     same, except in tests
 * @param forkStart starts JVMs
 */
public record Surroundings(
    Map<String, String> environment,
    Map<String, String> properties,
    PrintStream out,
    PrintStream err,
    UnaryOperator<Class<? extends ChildTask>> forks,
    ForkStart forkStart) {

  public Surroundings {
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
  }

  /** With forked JVMs that write where this process does. */
  public Surroundings(
      Map<String, String> environment,
      Map<String, String> properties,
      PrintStream out,
      PrintStream err,
      UnaryOperator<Class<? extends ChildTask>> forks) {
    this(environment, properties, out, err, forks, ForkStart.writing(ForkOutput.inherited()));
  }

  /** Those of this process; a fork runs the task that its command names. */
  public static Surroundings ofThisProcess() {
    return ofThisProcess(ForkStart.writing(ForkOutput.inherited()));
  }

  /**
   * The same.
   *
   * @param forkStart starts JVMs
   */
  static Surroundings ofThisProcess(ForkStart forkStart) {
    return new Surroundings(
        System.getenv(),
        propertiesOfThisProcess(),
        System.out,
        System.err,
        UnaryOperator.identity(),
        forkStart);
  }

  /** This process's system properties by name. */
  static Map<String, String> propertiesOfThisProcess() {
    Properties all = System.getProperties();
    Map<String, String> properties = new HashMap<>();
    for (String name : all.stringPropertyNames()) {
      properties.put(name, all.getProperty(name, ""));
    }
    return properties;
  }
}
