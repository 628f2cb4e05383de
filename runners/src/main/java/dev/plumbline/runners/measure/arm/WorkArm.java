package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.List;

/**
 * A way to do several works over files that are there, in a forked JVM: an engine, or a form of
 * file.
 *
 * @param name its name
 * @param task what the JVM does
 * @param told what it is told
 * @param works the works, each once
 * @param how how everything runs
 * @param warmIterations runs of each work behind its first
 */
public record WorkArm(
    String name,
    Class<? extends ChildTask> task,
    Told told,
    List<Work> works,
    WorkflowOptions how,
    int warmIterations)
    implements Arm {
  /** What the JVM of a fork is told, as its options are written. */
  public interface Told {
    /** The same for another block; 0 is the rehearsal. */
    Object inBlock(int block);
  }

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
