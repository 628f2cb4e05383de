package dev.plumbline.runners.measure.arm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.ExitCode;
import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.SomeOptions;
import dev.plumbline.runners.options.UsageException;
import dev.plumbline.runners.process.ChildOutcome;
import dev.plumbline.runners.process.ChildTask;
import dev.plumbline.runners.process.Wire;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another build answers when it is asked: jars whose entry leaves a given answer. */
final class AskedBuildTest {
  private static final BuildDescription HERE = new BuildDescription("2", Set.of("rows"), Map.of());

  /**
   * Leaves the resource {@code answer} as its answer; without one it says a word and ends with 3.
   */
  private static final String STUB =
      """
      package dev.plumbline.runners;
      public final class ForkMain {
        public static void main(String[] args) throws Exception {
          try (var answer = ForkMain.class.getResourceAsStream("/answer")) {
            if (answer == null) {
              System.err.println("no library today");
              System.exit(3);
            }
            java.nio.file.Files.copy(answer, java.nio.file.Path.of(args[0], "outcome.json"));
          }
        }
      }
      """;

  @TempDir static Path stub;
  @TempDir Path folder;

  @BeforeAll
  static void compile() throws Exception {
    Path source = Files.writeString(stub.resolve("ForkMain.java"), STUB);
    OutputStream nowhere = OutputStream.nullOutputStream();
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, nowhere, nowhere, "-proc:none", "-d", stub.toString(), source.toString());
    assertEquals(0, exit);
  }

  private Path jar(String answer) throws Exception {
    Path jar = folder.resolve("other.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      String entry = Wire.ENTRY.replace('.', '/') + ".class";
      out.putNextEntry(new ZipEntry(entry));
      Files.copy(stub.resolve(entry), out);
      if (answer != null) {
        out.putNextEntry(new ZipEntry("answer"));
        out.write(answer.getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static OtherBuild ask(Path jar) {
    ChildTask describe = (request, directory) -> ChildOutcome.done(0, 0);
    return OtherBuild.ask(jar, describe.getClass(), HERE);
  }

  private static void assertRefused(Path jar, String found) {
    String said = assertThrows(UsageException.class, () -> ask(jar)).getMessage();
    assertTrue(said.startsWith("--build " + jar + ": found '"), said);
    assertTrue(said.contains(found), said);
    assertTrue(said.endsWith("a build that speaks version 1 of the wire between builds"), said);
  }

  @Test
  void isTakenByItsWord() throws Exception {
    BuildDescription described =
        new BuildDescription("1", Set.of("rows"), Map.of("etl", Json.mapper().nullNode()));
    OtherBuild other = ask(jar(Json.line(ChildOutcome.done(1, 1).with(described))));
    assertEquals("1", other.description().version());
    assertEquals(Set.of("rows"), other.description().optionNames());
    String said =
        assertThrows(UsageException.class, () -> other.told(SomeOptions.of("a", "b"))).getMessage();
    assertTrue(said.contains("does not know the pipeline elt"), said);
  }

  @Test
  void aJarWithoutTheEntryIsOlderThanTheWire() throws Exception {
    Path jar = folder.resolve("old.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("dev/plumbline/runners/Plumbline.class"));
    }
    assertRefused(jar, "older than the wire");
  }

  @Test
  void whatIsNoJarIsRefused() throws Exception {
    assertRefused(folder.resolve("none.jar"), "no file");
    assertRefused(Files.writeString(folder.resolve("text.jar"), "no jar"), "zip");
  }

  @Test
  void anotherVersionIsRefusedByName() throws Exception {
    assertRefused(jar("{\"wire\":3,\"said\":\"hello\"}"), "found version 3 of the wire");
  }

  @Test
  void whyItFailedIsSaid() throws Exception {
    assertRefused(jar(null), "code 3: no library today");
    String failed = Json.line(ChildOutcome.failed(ExitCode.FAILED, "E", "the disk is full", 1, 1));
    assertRefused(jar(failed), "the disk is full");
  }
}
