package dev.plumbline.runners.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.machine.DurableFiles;
import dev.plumbline.runners.machine.ProcessMemory;
import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a forked JVM, in {@value Wire#ANSWER} of its directory: how it ended, and what it
 * brings.
 *
 * @param wire the version of this form, {@value Wire#VERSION}
 * @param status a word of {@link ExitCode#status()}
 * @param exitCode what the process ends with
 * @param errorType kind of the error; null if there was none
 * @param message one line for the user; null if there is nothing to say
 * @param elapsedMillis wall time of the task
 * @param maxRssBytes the most memory the process held, 0 if unknown
 * @param unknown fields of the request that this build did not know, by name
 * @param result what the task brings to whoever asked; null if all that it brings is files
 */
public record ChildOutcome(
    int wire,
    String status,
    int exitCode,
    @Nullable String errorType,
    @Nullable String message,
    long elapsedMillis,
    long maxRssBytes,
    List<String> unknown,
    @Nullable JsonNode result) {

  /** Copies the list; a result that is JSON's null is none. */
  public ChildOutcome {
    unknown = List.copyOf(unknown);
    result = result != null && result.isNull() ? null : result;
  }

  /** An outcome without an error. */
  public static ChildOutcome done(long elapsedMillis, long maxRssBytes) {
    return of(ExitCode.DONE, null, null, elapsedMillis, maxRssBytes);
  }

  /** A task of this process has done what it was asked for. */
  public static ChildOutcome ended(long begunNanos) {
    return done(millis(begunNanos), ProcessMemory.peakRssBytes());
  }

  /** A task of this process ends with one of our exit codes, and says what went wrong. */
  public static ChildOutcome ended(
      ExitCode exit, String errorType, String message, long begunNanos) {
    long rss = ProcessMemory.peakRssBytes();
    return failed(exit, errorType, message, millis(begunNanos), rss);
  }

  private static long millis(long begunNanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
  }

  /** An outcome without an error, with something to say. */
  public static ChildOutcome said(String message) {
    return of(ExitCode.DONE, null, message, 0, 0);
  }

  /** An outcome that is one of our exit codes, with what went wrong. */
  public static ChildOutcome failed(
      ExitCode exit, String errorType, String message, long elapsedMillis, long maxRssBytes) {
    return of(exit, errorType, message, elapsedMillis, maxRssBytes);
  }

  private static ChildOutcome of(
      ExitCode exit, @Nullable String type, @Nullable String message, long millis, long rss) {
    return new ChildOutcome(
        Wire.VERSION, exit.status(), exit.code(), type, message, millis, rss, List.of(), null);
  }

  /** The same, which brings this. */
  public ChildOutcome with(Object brought) {
    return with(unknown, Json.mapper().valueToTree(brought));
  }

  /** The same of a request in which these fields were unknown. */
  ChildOutcome withUnknown(List<String> fields) {
    return with(fields, result);
  }

  private ChildOutcome with(List<String> fields, @Nullable JsonNode brought) {
    return new ChildOutcome(
        wire, status, exitCode, errorType, message, elapsedMillis, maxRssBytes, fields, brought);
  }

  /** Writes it into the run's directory, whole or not at all. */
  public void write(Path directory) throws IOException {
    DurableFiles.write(directory.resolve(Wire.ANSWER), Json.pretty(this));
  }

  /**
   * What the child left in the run's directory; empty if it died before it could tell. What a newer
   * build says besides is passed over.
   *
   * @throws IOException if it is no answer, or of a version that this build does not speak
   */
  public static Optional<ChildOutcome> read(Path directory) throws IOException {
    Path file = directory.resolve(Wire.ANSWER);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode said = Json.mapper().readTree(file.toFile());
    int wire = said.path("wire").asInt();
    if (wire != Wire.VERSION) {
      throw new IOException(
          "found version %d of the wire between builds, expected %d".formatted(wire, Wire.VERSION));
    }
    return Optional.of(Json.passingOver().readValue(said, ChildOutcome.class));
  }
}
