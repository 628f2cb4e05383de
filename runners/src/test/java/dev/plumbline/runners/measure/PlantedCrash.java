package dev.plumbline.runners.measure;

import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.ForkRequest;
import java.nio.file.Path;

/** Dies without a word. */
public final class PlantedCrash implements ChildTask {
  @Override
  public ChildOutcome run(ForkRequest request, Path directory) {
    Runtime.getRuntime().halt(134);
    throw new AssertionError("halted");
  }
}
