package dev.plumbline.runners.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.pipelines.workflow.Workflow;
import dev.plumbline.runners.machine.BuildVersion;
import dev.plumbline.runners.measure.arm.BuildDescription;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.TaskName;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Says of this build what another must know to fork it: the options it knows, and their defaults.
 */
@TaskName("describe")
public final class DescribeChild implements ChildTask {
  private static final String HEAP = "--heap";
  private static final String LEAST_HEAP = "128m";

  /** For the forked JVM, whose main makes it. */
  public DescribeChild() {}

  @Override
  public ChildOutcome run(ForkRequest request, Path directory) {
    long begun = System.nanoTime();
    BuildDescription description = description();
    return ChildOutcome.ended(begun).with(description);
  }

  /** Of this build. */
  static BuildDescription description() {
    Map<String, JsonNode> defaults = new LinkedHashMap<>();
    for (String workflow : Workflow.labels()) {
      defaults.put(workflow, defaults(workflow));
    }
    Set<String> names = new TreeSet<>();
    addNames("", WorkflowOptions.class, names);
    return new BuildDescription(BuildVersion.current(), names, defaults);
  }

  /**
   * What the command line makes of no words at all, for a fork of a measurement, which keeps
   * nothing. Whether this machine has the memory for it is no question here.
   */
  private static JsonNode defaults(String workflow) {
    Surroundings nothing =
        new Surroundings(Map.of(), Map.of(), System.out, System.err, UnaryOperator.identity());
    CommandSpec spec =
        new Cli(nothing)
            .commandLine()
            .parseArgs(workflow, HEAP + "=" + LEAST_HEAP)
            .subcommand()
            .commandSpec();
    WorkflowOptions options = ((WorkflowCommand) spec.userObject()).options().keepingNothing();
    ObjectNode defaults = Json.mapper().valueToTree(options);
    return defaults.put("heap", spec.findOption(HEAP).defaultValue());
  }

  /** The names by which JSON calls the components of a record, and of records within it. */
  private static void addNames(String path, Class<?> type, Set<String> names) {
    ObjectMapper mapper = Json.mapper();
    BeanDescription described =
        mapper.getSerializationConfig().introspect(mapper.constructType(type));
    for (BeanPropertyDefinition property : described.findProperties()) {
      String name = path + property.getName();
      if (property.getAccessor().hasAnnotation(JsonUnwrapped.class)) {
        addNames(path, property.getRawPrimaryType(), names);
      } else {
        names.add(name);
        if (property.getRawPrimaryType().isRecord()) {
          addNames(name + ".", property.getRawPrimaryType(), names);
        }
      }
    }
  }
}
