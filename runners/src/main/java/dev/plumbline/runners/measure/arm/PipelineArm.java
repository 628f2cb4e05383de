package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline with a set of options, in a forked JVM.
 *
 * @param name its name
 * @param arguments the options that tell it from the other arms, as they were given
 * @param options everything resolved; the size is that of each cell
 * @param build another build; empty for the running program
 */
public record PipelineArm(
    String name, List<String> arguments, WorkflowOptions options, Optional<OtherBuild> build)
    implements Arm {
  /** Copies the list. */
  public PipelineArm {
    arguments = List.copyOf(arguments);
  }

  /** The same arm, served by the mine at that address. */
  public PipelineArm at(String serviceRoot) {
    return new PipelineArm(name, arguments, options.withServiceRoot(serviceRoot), build);
  }

  /** The classes that its JVMs run. */
  public ClassPath classes() {
    return build.map(OtherBuild::classes).orElseGet(ClassPath::forForks);
  }

  /** The options, as the build reads them that its JVMs run. */
  public JsonNode told() {
    return build
        .map(other -> other.told(options))
        .orElseGet(() -> Json.mapper().valueToTree(options));
  }
}
