package dev.plumbline.runners.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a JVM ended that was to leave an archive as well, and could not. */
final class StartedJvmTest {
  private static final int OF_THE_JVM = 1;

  @TempDir Path folder;
  private Path notes = Path.of("");

  @BeforeEach
  void notes() throws Exception {
    notes = Files.createFile(folder.resolve("notes"));
  }

  private int ended(ClassArchive archive) throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "exit " + OF_THE_JVM).start();
    StartedJvm jvm = new StartedJvm(process, folder, archive, List.of());
    int exit = jvm.waitFor();
    jvm.settle();
    return exit;
  }

  @Test
  void whatItsWorkCameToStands() throws Exception {
    ChildOutcome.done(1, 1).write(folder);

    assertEquals(0, ended(new ClassArchive.Recorded(notes, folder.resolve("archive"))));
    assertFalse(Files.exists(notes));
  }

  @Test
  void withoutAWordOfItsWorkItHasFailed() throws Exception {
    assertEquals(OF_THE_JVM, ended(new ClassArchive.Recorded(notes, folder.resolve("archive"))));
  }

  @Test
  void withNothingToLeaveItHasFailed() throws Exception {
    ChildOutcome.done(1, 1).write(folder);

    assertEquals(OF_THE_JVM, ended(new ClassArchive.None("")));
  }
}
