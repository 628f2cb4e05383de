package dev.plumbline.runners.measure.fork;

import dev.plumbline.runners.measure.raw.Iteration;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the JVM of a fork brings, in {@value #FILE} of its directory.
 *
 * @param iterations what it ran, in order
 * @param jvmStartSeconds from the start of its process to our main
 * @param workSeconds planning, starting the runner, running and proving
 */
public record ForkResult(List<Iteration> iterations, double jvmStartSeconds, double workSeconds) {
  static final String FILE = "fork.json";

  public ForkResult {
    iterations = List.copyOf(iterations);
  }

  /** Writes it; it counts only if the process then ends well. */
  public void write(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE), Json.line(this));
  }

  /**
   * Reads it.
   *
   * @throws IOException if there is none, or it is not one
   */
  static ForkResult read(Path directory) throws IOException {
    return Json.mapper().readValue(directory.resolve(FILE).toFile(), ForkResult.class);
  }
}
