package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.measure.fork.EngineForkOptions;
import dev.plumbline.runners.options.WorkflowOptions;
import java.util.List;

/**
 * An engine, in a forked JVM that does all works by it.
 *
 * @param task what the JVM does
 * @param options what it is told; the block is that of each fork
 * @param scenarios the works, each once
 * @param rows the size
 */
public record EngineArm(
    Class<? extends ChildTask> task, EngineForkOptions options, List<String> scenarios, long rows)
    implements Arm {
  /** Copies the list. */
  public EngineArm {
    scenarios = List.copyOf(scenarios);
  }

  @Override
  public String name() {
    return options.engine();
  }

  /** How everything runs. */
  public WorkflowOptions how() {
    return options.options().export();
  }
}
