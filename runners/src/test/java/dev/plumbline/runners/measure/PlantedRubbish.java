package dev.plumbline.runners.measure;

import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ends well and brings rubbish. */
public final class PlantedRubbish implements ChildTask {
  @Override
  public ChildOutcome run(Path partialDirectory) throws IOException {
    Files.writeString(partialDirectory.resolve("fork.json"), "{\"wall\": fast}");
    return ChildOutcome.done(1, 1);
  }
}
