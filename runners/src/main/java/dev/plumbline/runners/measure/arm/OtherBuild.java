package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.child.ChildOutcome;
import dev.plumbline.runners.child.ChildTask;
import dev.plumbline.runners.child.ForkRequest;
import dev.plumbline.runners.child.Wire;
import dev.plumbline.runners.launch.ChildJvm;
import dev.plumbline.runners.launch.ClassPath;
import dev.plumbline.runners.launch.ForkOutput;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;

/**
 * Another build of this program, asked what it knows.
 *
 * @param jar its jar, absolute
 * @param description what it says of itself
 * @param here what this build says of itself
 */
public record OtherBuild(Path jar, BuildDescription description, BuildDescription here) {
  private static final String HEAP = "256m";
  private static final long PATIENCE_SECONDS = 60;
  private static final String EXPECTED =
      "the jar of a build that speaks version %d of the wire between builds"
          .formatted(Wire.VERSION);

  /**
   * Asks the build in this jar.
   *
   * @param describe the task that describes a build
   * @param here what this build says of itself
   * @throws UsageException if it is no such jar, is older than the wire, or speaks another version
   */
  public static OtherBuild ask(
      Path jar, Class<? extends ChildTask> describe, BuildDescription here) {
    if (!Files.isRegularFile(jar)) {
      throw refused(jar, "no file");
    }
    try {
      checkEntry(jar);
      Path directory = Files.createTempDirectory("plumbline-build");
      try {
        return new OtherBuild(jar, described(jar, describe, directory), here);
      } finally {
        FileTree.delete(directory);
      }
    } catch (IOException e) {
      throw refused(jar, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(jar, "an interrupt");
    }
  }

  private static void checkEntry(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      if (file.getEntry(Wire.ENTRY.replace('.', '/') + ".class") == null) {
        throw refused(jar, "a jar without " + Wire.ENTRY + ", so older than the wire or no build");
      }
    }
  }

  private static BuildDescription described(
      Path jar, Class<? extends ChildTask> describe, Path directory)
      throws IOException, InterruptedException {
    ForkRequest.of(describe, null, Json.mapper().nullNode()).write(directory);
    Process process =
        new ChildJvm(HEAP, directory, false)
            .start(
                new ClassPath(List.of(jar)),
                List.of(),
                ForkOutput.of(Redirect.to(directory.resolve("said").toFile())));
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw refused(jar, "no answer within " + PATIENCE_SECONDS + " s");
      }
    } finally {
      process.destroyForcibly();
    }
    Optional<ChildOutcome> answer = ChildOutcome.read(directory);
    JsonNode result = answer.map(ChildOutcome::result).orElse(null);
    if (result == null) {
      String said = answer.map(ChildOutcome::message).orElse("no word");
      throw refused(jar, "code " + process.exitValue() + " and " + said);
    }
    return Json.passingOver().readValue(result, BuildDescription.class);
  }

  private static UsageException refused(Path jar, String found) {
    return UsageException.of("--build " + jar, found, EXPECTED);
  }

  /**
   * The options of a workflow as this build reads them.
   *
   * @throws UsageException if one was asked for that it does not know
   */
  public JsonNode told(WorkflowOptions options) {
    String workflow = options.pipeline();
    JsonNode there = description.defaults().get(workflow);
    if (there == null) {
      throw refused(jar, "a build that does not know the pipeline " + workflow);
    }
    return new OptionFit(jar.toString(), description.optionNames())
        .of(
            Json.mapper().valueToTree(options),
            Objects.requireNonNull(here.defaults().get(workflow)),
            there);
  }
}
