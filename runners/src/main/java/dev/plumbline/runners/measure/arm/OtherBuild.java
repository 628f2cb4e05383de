package dev.plumbline.runners.measure.arm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.measure.raw.ArmRecord;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.options.WorkflowOptions;
import dev.plumbline.runners.process.ChildJvm;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.ClassPath;
import dev.plumbline.runners.process.ForkOutput;
import dev.plumbline.runners.process.ForkRequest;
import dev.plumbline.runners.process.UnknownFields;
import dev.plumbline.runners.process.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another build of this program, asked what it knows.
 *
 * @param jar its jar, absolute
 * @param classes its class path
 * @param description what it says of itself
 * @param here what this build says of itself
 */
public record OtherBuild(
    Path jar, ClassPath classes, BuildDescription description, BuildDescription here) {
  private static final Logger log = LoggerFactory.getLogger(OtherBuild.class);
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
      ClassPath classes = ClassPath.ofBuild(jar);
      return new OtherBuild(jar, classes, described(jar, classes, describe), here);
    } catch (IOException e) {
      throw refused(jar, String.valueOf(e.getMessage()));
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
      Path jar, ClassPath classes, Class<? extends ChildTask> describe)
      throws IOException, InterruptedException {
    Path directory = Files.createTempDirectory("plumbline-build");
    try {
      ForkRequest.of(describe, null, Json.mapper().nullNode()).write(directory);
      Path said = directory.resolve("said");
      Process process =
          new ChildJvm(HEAP, directory, false, null)
              .start(classes, ForkOutput.of(Redirect.to(said.toFile())))
              .process();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw refused(jar, "no answer within " + PATIENCE_SECONDS + " s");
      }
      Optional<ChildOutcome> answer = ChildOutcome.read(directory);
      JsonNode result = answer.map(ChildOutcome::result).orElse(null);
      if (result == null) {
        String why = answer.map(ChildOutcome::message).orElseGet(() -> firstLine(said));
        throw refused(jar, "code " + process.exitValue() + ": " + why);
      }
      return Json.passingOver().readValue(result, BuildDescription.class);
    } finally {
      delete(directory);
    }
  }

  private static String firstLine(Path said) {
    try (Stream<String> lines = Files.lines(said, StandardCharsets.ISO_8859_1)) {
      return lines.findFirst().orElse("no word");
    } catch (IOException e) {
      return "no word";
    }
  }

  private static void delete(Path directory) {
    try {
      FileTree.delete(directory);
    } catch (IOException | UncheckedIOException e) {
      log.warn("{} is left: {}", directory, e.toString());
    }
  }

  private static UsageException refused(Path jar, String found) {
    return UsageException.of("--build " + jar, found, EXPECTED);
  }

  /** In what the options of a workflow differ from those that the running program would be told. */
  public ArmRecord.OtherOptions differing(WorkflowOptions options) {
    JsonNode asked = Json.mapper().valueToTree(options);
    JsonNode told = told(options);
    return new ArmRecord.OtherOptions(
        description.version(),
        UnknownFields.names(UnknownFields.of(asked, told)),
        UnknownFields.names(UnknownFields.of(told, asked)));
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
