package dev.plumbline.runners.measure;

import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ForkRequest;
import java.nio.file.Path;
import java.util.Map;

/** Ends well and brings rubbish. */
public final class PlantedRubbish implements ChildTask {
  @Override
  public ChildOutcome run(ForkRequest request, Path directory) {
    return ChildOutcome.done(1, 1).with(Map.of("wall", "fast"));
  }
}
