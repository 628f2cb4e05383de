package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runners.Plumbline;
import dev.plumbline.runners.options.Json;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands, as people start them: they leave archives, read them, and do without them. */
@Timeout(300)
final class ArchivedRunTest {
  private static final String QUICK = ChildJvm.MORE_OPTIONS + "=-XX:TieredStopAtLevel=1";

  @TempDir Path folder;

  private PlumblineRun run(Path cache, String name, String... options) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    List<String> arguments = new ArrayList<>(small());
    arguments.addAll(List.of(options));
    PlumblineRun run =
        PlumblineRun.apart(List.of("env", QUICK, "PLUMBLINE_CACHE=" + cache), own, arguments);
    assertEquals(0, run.exit(), run::err);
    assertEquals("exact", run.lastLine().path("parity").asText(), run::out);
    return run;
  }

  private static List<String> small() {
    return List.of("elt", "--rows-target=300", "--mine-rows=300", "--heap=512m");
  }

  private static JsonNode classes(PlumblineRun run) throws IOException {
    Path report = Path.of(run.lastLine().path("report").asText());
    return Json.mapper().readTree(report.toFile()).at("/environment/jvm/classes");
  }

  /**
   * So that no arm of a comparison is favoured. What Beam and Flink generate in each JVM anew, for
   * every DoFn a class, no archive can hold.
   */
  @Test
  @Tag("exhaustive")
  void withBeamAndWithoutNearlyAllClassesComeFromTheArchive() throws Exception {
    Path cache = folder.resolve("cache");
    List<Double> shares = new ArrayList<>();
    for (String runner : List.of("floor", "direct")) {
      PlumblineRun first = run(cache, runner, "--runner=" + runner);
      assertEquals("recording", classes(first).path("archive").asText());
      assertTrue(first.err().contains("the next one like it starts sooner"), first::err);

      List<Path> archives = ClassArchives.in(cache).all();
      assertTrue(archives.toString().contains("launcher-"), archives::toString);

      PlumblineRun second = run(cache, runner, "--runner=" + runner);
      assertEquals(Set.copyOf(archives), Set.copyOf(ClassArchives.in(cache).all()));
      JsonNode classes = classes(second);
      assertEquals(ArchiveTool.ofThisJvm().kind(), classes.path("archive").asText());
      assertTrue(second.out().contains("from an archive"), second::out);
      shares.add(classes.path("shared").asDouble() / classes.path("loaded").asDouble());
    }
    double least = shares.stream().mapToDouble(share -> share).min().orElseThrow();
    double most = shares.stream().mapToDouble(share -> share).max().orElseThrow();
    assertTrue(least > 0.9 && most - least < 0.08, shares::toString);
  }

  @Test
  void aCacheFolderThatIsAFileCostsALineAndNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("cache"), "");

    PlumblineRun run = run(file, "run", "--runner=floor");

    assertEquals("none", classes(run).path("archive").asText());
    assertEquals(1, run.err().lines().filter(line -> line.contains("archive")).count(), run::err);
  }

  @Test
  void switchedOffThereIsNoneAndNoWordOfIt() throws Exception {
    Path cache = folder.resolve("cache");
    Path left = Files.writeString(folder.resolve("left.csv"), "id\na\n");
    Path right = Files.writeString(folder.resolve("right.csv"), "id\na\n");

    PlumblineRun run =
        PlumblineRun.apart(
            List.of("env", QUICK, "PLUMBLINE_CACHE=" + cache),
            folder,
            List.of("parity", left.toString(), right.toString(), "--class-archive=off"));

    assertEquals(0, run.exit(), run::err);
    assertEquals("none", classes(run).path("archive").asText());
    assertEquals(0, run.err().lines().filter(line -> line.contains("archive")).count(), run::err);
    assertTrue(Files.notExists(cache.resolve("class-archives")));
  }

  /** The process that the user starts, the launcher with the archive, and the run. */
  @Test
  void killedItTakesBothOthersAlong() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", ClassPath.current().text()));
    command.add(Plumbline.class.getName());
    command.addAll(List.of("elt", "--rows-target=2000000", "--heap=512m", "--runner=floor"));
    command.add("--results-dir=" + folder.resolve("results"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put(ChildJvm.MORE_OPTIONS, "-XX:TieredStopAtLevel=1");
    builder.environment().put("PLUMBLINE_CACHE", folder.resolve("cache").toString());
    Process started = builder.start();
    List<ProcessHandle> others = List.of();
    while (others.size() < 2) {
      assertTrue(started.isAlive(), () -> "it ended early: " + folder);
      Thread.sleep(50);
      try (Stream<ProcessHandle> family = started.descendants()) {
        others = family.toList();
      }
    }

    started.destroyForcibly().waitFor();

    for (ProcessHandle other : others) {
      other.onExit().get(60, TimeUnit.SECONDS);
    }
  }
}
