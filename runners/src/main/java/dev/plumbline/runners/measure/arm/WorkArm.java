package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.options.WorkflowOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * A way to do several works over files that are there, in a forked JVM: an engine, or a form of
 * file.
 *
 * @param name its name
 * @param task what the JVM does
 * @param options what it is told
 * @param prepared the directory in which what it works on was made ready, absolute
 * @param works the works, each once
 * @param how how everything runs
 */
public record WorkArm(
    String name,
    Class<? extends ChildTask> task,
    JsonNode options,
    Path prepared,
    List<Work> works,
    WorkflowOptions how)
    implements Arm {
  /**
   * A work.
   *
   * @param scenario what its cells are called
   * @param engine the engine that does it
   * @param rows the size of what comes in
   */
  public record Work(String scenario, String engine, long rows) {}

  /** Copies the list. */
  public WorkArm {
    works = List.copyOf(works);
  }
}
