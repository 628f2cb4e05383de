package dev.plumbline.runners.child;

import dev.plumbline.runners.files.DurableFiles;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a forked JVM ended, as it tells its parent in {@code outcome.json}.
 *
 * @param status a word of {@link ExitCode#status()}
 * @param exitCode what the process ends with
 * @param errorType kind of the error; null if there was none
 * @param message one line for the user; null if there is nothing to say
 * @param elapsedMillis wall time of the task
 * @param maxRssBytes the most memory the process held, 0 if unknown
 */
public record ChildOutcome(
    String status,
    int exitCode,
    @Nullable String errorType,
    @Nullable String message,
    long elapsedMillis,
    long maxRssBytes) {

  /** Name of the file in the run's directory. */
  public static final String FILE = "outcome.json";

  /** An outcome without an error. */
  public static ChildOutcome done(long elapsedMillis, long maxRssBytes) {
    return new ChildOutcome(
        ExitCode.DONE.status(), ExitCode.DONE.code(), null, null, elapsedMillis, maxRssBytes);
  }

  /** An outcome that is one of our exit codes, with what went wrong. */
  public static ChildOutcome failed(
      ExitCode exit, String errorType, String message, long elapsedMillis, long maxRssBytes) {
    return new ChildOutcome(
        exit.status(), exit.code(), errorType, message, elapsedMillis, maxRssBytes);
  }

  /** Writes it into the run's directory, whole or not at all. */
  public void write(Path directory) throws IOException {
    DurableFiles.write(directory.resolve(FILE), Json.pretty(this));
  }

  /** What the child left in the run's directory; empty if it died before it could tell. */
  public static Optional<ChildOutcome> read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    return Files.exists(file)
        ? Optional.of(Json.mapper().readValue(file.toFile(), ChildOutcome.class))
        : Optional.empty();
  }
}
