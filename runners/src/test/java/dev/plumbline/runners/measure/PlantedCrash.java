package dev.plumbline.runners.measure;

import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import java.nio.file.Path;

/** Dies without a word. */
public final class PlantedCrash implements ChildTask {
  @Override
  public ChildOutcome run(ForkRequest request, Path directory) {
    Runtime.getRuntime().halt(134);
    throw new AssertionError("halted");
  }
}
