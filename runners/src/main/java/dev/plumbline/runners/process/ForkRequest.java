package dev.plumbline.runners.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.machine.BuildVersion;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.transforms.table.NewFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a forked JVM is asked for: one form for every fork, in {@value Wire#REQUEST} of its
 * directory. A field that this build does not know is no error here: the answer names it, and who
 * asked decides.
 *
 * @param wire the version of this form, {@value Wire#VERSION}
 * @param task the name of what to do, as {@link TaskName} says it
 * @param fork which fork of a measurement it is; null for a run that is none
 * @param options the task's options, all of them; null if it has none
 */
public record ForkRequest(int wire, String task, @Nullable ForkPlan fork, JsonNode options) {

  /** Beside the request, while it is not there yet. */
  private static final String COMING = "tmp/request.coming";

  private static final int LOOK_AGAIN_MILLIS = 5;

  /** A request of this build. */
  public static ForkRequest of(
      Class<? extends ChildTask> task, @Nullable ForkPlan fork, JsonNode options) {
    TaskName name = task.getAnnotation(TaskName.class);
    return new ForkRequest(
        Wire.VERSION, name == null ? task.getName() : name.value(), fork, options);
  }

  /** A request of a run that is no fork of a measurement. */
  public static ForkRequest of(Class<? extends ChildTask> task, Object options) {
    return of(task, null, Json.mapper().valueToTree(options));
  }

  /** Writes it where the JVM of this directory looks for it; it is there at once, and whole. */
  public void write(Path directory) throws IOException {
    Path file = directory.resolve(Wire.REQUEST);
    Files.createDirectories(file.resolveSibling(""));
    NewFile.write(file, Json.line(this).getBytes(StandardCharsets.UTF_8));
    Files.deleteIfExists(directory.resolve(COMING));
  }

  /**
   * Tells a JVM of this build, which may start before it is known what it is asked for, to wait for
   * the request.
   */
  public static void announce(Path directory) throws IOException {
    Path coming = directory.resolve(COMING);
    Files.createDirectories(coming.resolveSibling(""));
    Files.createFile(coming);
  }

  /** Whoever is to write the request may end before: then this JVM is ended, too. */
  private static void await(Path directory) throws IOException {
    Path request = directory.resolve(Wire.REQUEST);
    while (Files.notExists(request) && Files.exists(directory.resolve(COMING))) {
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for the request", e);
      }
    }
  }

  /** A request and what of it this build does not know, or null. */
  record Received(ForkRequest request, @Nullable JsonNode unknown) {}

  /**
   * Reads the request of this directory.
   *
   * @throws UsageException if it speaks a version that this build does not
   */
  static Received read(Path directory) throws IOException {
    await(directory);
    JsonNode said = Json.mapper().readTree(directory.resolve(Wire.REQUEST).toFile());
    int wire = said.path("wire").asInt();
    if (wire != Wire.VERSION) {
      throw new UsageException(
          "the request speaks version %d of the wire between builds, but this build, %s, speaks %d"
              .formatted(wire, BuildVersion.current(), Wire.VERSION));
    }
    ForkRequest request = Json.passingOver().readValue(said, ForkRequest.class);
    return new Received(request, UnknownFields.of(said, Json.mapper().valueToTree(request)));
  }

  /** Which fork of a measurement this is; there must be one. */
  public ForkPlan plan() {
    return Objects.requireNonNull(fork, "the request says no fork of a measurement");
  }

  /**
   * The options, of which nothing may be unknown: whoever asks has left out what this build does
   * not know and does not need.
   *
   * @param type the record that they are
   * @throws IOException if they are not that record; says which, and what is wrong
   */
  public <T> T options(Class<T> type) throws IOException {
    try {
      T read = Json.mapper().treeToValue(options, type);
      JsonNode understood = Json.mapper().valueToTree(read);
      List<String> unknown = UnknownFields.missing(options, understood);
      if (!unknown.isEmpty()) {
        throw new IOException(
            "cannot read %s of the request for '%s': it has no %s"
                .formatted(type.getSimpleName(), task, unknown));
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new IOException(
          "cannot read %s of the request for '%s': %s%s"
              .formatted(type.getSimpleName(), task, e.getOriginalMessage(), place(e)),
          e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping ? ", at " + mapping.getPathReference() : "";
  }
}
