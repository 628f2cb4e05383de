package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.UnknownFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the JVM of a fork brings, as the result of its answer.
 *
 * @param iterations what it ran, in order
 * @param jvmStartSeconds from the start of its process to our main
 * @param workSeconds planning, starting the runner, running and proving
 */
public record ForkResult(List<Iteration> iterations, double jvmStartSeconds, double workSeconds) {

  /** Copies the list. */
  public ForkResult {
    iterations = List.copyOf(iterations);
  }

  /**
   * Reads it. What another build says of an iteration besides is kept with it.
   *
   * @throws IOException if there is none, or it is not one
   */
  static ForkResult of(ChildOutcome outcome) throws IOException {
    JsonNode said = outcome.result();
    if (said == null) {
      throw new IOException("the answer has no result");
    }
    ForkResult read = Json.passingOver().readValue(said, ForkResult.class);
    List<Iteration> iterations = new ArrayList<>();
    for (int i = 0; i < read.iterations().size(); i++) {
      Iteration iteration = read.iterations().get(i);
      JsonNode understood = Json.mapper().valueToTree(iteration);
      JsonNode unknown = UnknownFields.of(said.path("iterations").path(i), understood);
      iterations.add(unknown == null ? iteration : iteration.withUnknown(unknown));
    }
    return new ForkResult(iterations, read.jvmStartSeconds(), read.workSeconds());
  }
}
