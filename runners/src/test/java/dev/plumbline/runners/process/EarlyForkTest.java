package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run takes the JVM that was started early for it, and no other; what nobody takes is gone. */
@Timeout(120)
class EarlyForkTest {
  private static final String HEAP = TinyTask.HEAP;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  private final ForkStart counting =
      jvm -> {
        StartedJvm fork = ForkStart.writing(ForkOutput.inherited()).start(jvm);
        started.add(fork.process());
        return fork;
      };

  @Test
  void theRunItWasStartedForIsDoneByIt() throws Exception {
    try (EarlyFork early = EarlyFork.start(HEAP, TinyTask.WORK, results(), Map.of(), counting)) {
      assertEquals(1, started.size());
      assertEquals(0, run(early));
    }

    assertEquals(1, started.size());
    assertEquals(1, runs().size());
    assertFalse(runs().get(0).startsWith("."), runs()::toString);
  }

  @Test
  void aRunThatWantsAnotherHeapGetsAnotherJvm() throws Exception {
    try (EarlyFork early = EarlyFork.start("200m", TinyTask.WORK, results(), Map.of(), counting)) {
      assertEquals(0, run(early));
    }

    assertEquals(2, started.size());
    assertFalse(started.get(0).isAlive());
    assertEquals(1, runs().size(), runs()::toString);
  }

  @Test
  void aRunThatLoadsOtherClassesGetsAnotherJvm() throws Exception {
    try (EarlyFork early = EarlyFork.start(HEAP, "other", results(), Map.of(), counting)) {
      assertEquals(0, run(early));
    }

    assertEquals(2, started.size());
    assertFalse(started.get(0).isAlive());
  }

  @Test
  void whatNobodyTakesLeavesNothing() throws Exception {
    EarlyFork early = EarlyFork.start(HEAP, TinyTask.WORK, results(), Map.of(), counting);
    assertEquals(1, runs().size());

    early.close();

    assertFalse(started.get(0).isAlive());
    assertFalse(Files.exists(Path.of(results())), "the folder was made for it");
  }

  @Test
  void aFolderThatCannotBeMadeIsNoMatterYet() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (EarlyFork early =
        EarlyFork.start(
            HEAP, TinyTask.WORK, file.resolve("results").toString(), Map.of(), counting)) {
      assertTrue(started.isEmpty());
      ForkedRun run = TinyTask.ending("done", file.resolve("results"), null);
      assertTrue(early.begun(run, false).isEmpty());
    }
  }

  /** In a process of its own, as people start it. */
  @Test
  void aUsageErrorLeavesNothingButItsWord() throws Exception {
    PlumblineRun run =
        PlumblineRun.apart(List.of(), folder, List.of("elt", "--rows-traget=5", "--heap=200m"));

    assertEquals(64, run.exit(), run::err);
    assertEquals(1, run.out().lines().count(), run::out);
    assertFalse(Files.exists(Path.of(results())), "the folder was made for the early JVM");
  }

  private String results() {
    return folder.resolve("results").toString();
  }

  private int run(EarlyFork early) throws Exception {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return new Launcher(Map.of(), out, early)
        .run(TinyTask.ending("done", Path.of(results()), null));
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(results()))) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }
}
