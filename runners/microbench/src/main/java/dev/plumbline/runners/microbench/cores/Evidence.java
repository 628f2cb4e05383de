package dev.plumbline.runners.microbench.cores;

import dev.plumbline.runners.machine.EnvironmentManifest;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a fork proved, outside of its timed part: handed to the launcher through a file.
 *
 * @param inputDigest digest of what the benchmark worked on
 * @param proof what its last result was found to be, by a path that shares nothing with it
 * @param environment the machine and the fork's JVM
 */
public record Evidence(String inputDigest, String proof, EnvironmentManifest environment) {
  /** Names the file, as a system property of the fork. */
  public static final String FILE_PROPERTY = "plumbline.microbench.evidence";

  /**
   * Compares, and writes the evidence where the launcher looks for it; a fork without a launcher
   * only compares.
   *
   * @throws IllegalStateException if the two differ
   */
  public static void leave(String inputDigest, String expected, String found) {
    if (!found.equals(expected)) {
      throw new IllegalStateException(
          "the result is wrong: found " + found + ", expected " + expected);
    }
    String file = System.getProperty(FILE_PROPERTY);
    if (file != null) {
      Evidence evidence = new Evidence(inputDigest, found, EnvironmentManifest.collect());
      try {
        Files.writeString(Path.of(file), Json.pretty(evidence));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the evidence to " + file, e);
      }
    }
  }

  /** What a fork left; empty if it left nothing. */
  public static Optional<Evidence> read(Path file) throws IOException {
    return Files.exists(file)
        ? Optional.of(Json.mapper().readValue(file.toFile(), Evidence.class))
        : Optional.empty();
  }
}
