package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.options.WorkflowOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline with a set of options, in a forked JVM.
 *
 * @param name its name
 * @param arguments the options that tell it from the other arms, as they were given
 * @param options everything resolved; the size is that of each cell
 * @param build the jar of another build; empty for the running program
 * @param shareClasses whether its JVMs read their classes from an archive that its rehearsal leaves
 */
public record PipelineArm(
    String name,
    List<String> arguments,
    WorkflowOptions options,
    Optional<Path> build,
    boolean shareClasses)
    implements Arm {
  public PipelineArm {
    arguments = List.copyOf(arguments);
  }

  /** The same arm, served by the mine at that address. */
  public PipelineArm at(String serviceRoot) {
    return new PipelineArm(
        name, arguments, options.withServiceRoot(serviceRoot), build, shareClasses);
  }
}
