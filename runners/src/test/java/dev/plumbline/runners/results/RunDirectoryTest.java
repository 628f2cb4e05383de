package dev.plumbline.runners.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.options.Json;
import dev.plumbline.runners.options.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
  @TempDir Path results;

  private List<String> names() throws Exception {
    try (Stream<Path> all = Files.list(results)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private Path deadPartial() throws Exception {
    Path dead = Files.createDirectory(results.resolve(".dead.partial"));
    RunOwner current = RunOwner.current();
    Instant other = Instant.ofEpochMilli(current.startedEpochMillis()).minusSeconds(3600);
    Files.writeString(
        dead.resolve(RunOwner.FILE),
        Json.pretty(new RunOwner(current.pid(), other.toEpochMilli(), current.host())));
    Files.writeString(Files.createDirectory(dead.resolve("deep")).resolve("file"), "x");
    return dead;
  }

  @Test
  void runGoesOnUnderHiddenNameAndIsPublishedByOneRename() throws Exception {
    RunDirectory run = RunDirectory.create(results);
    assertEquals(List.of("." + run.runId() + ".partial"), names());
    Files.writeString(run.partial().resolve("a.txt"), "abc");
    Path published = run.publish();
    assertEquals(List.of(run.runId()), names());
    RunManifest manifest =
        Json.mapper().readValue(published.resolve(RunManifest.FILE).toFile(), RunManifest.class);
    assertEquals(
        List.of(
            new RunManifest.Entry(
                "a.txt", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
        manifest.files());
  }

  @Test
  void partialOfDeadProcessIsSweptThoughItsIdWasReused() throws Exception {
    deadPartial();
    RunDirectory run = RunDirectory.create(results);
    assertEquals(List.of("." + run.runId() + ".partial"), names());
  }

  @Test
  void partialOfLivingProcessStays() throws Exception {
    RunDirectory first = RunDirectory.create(results);
    RunDirectory second = RunDirectory.create(results);
    assertTrue(Files.exists(first.partial()));
    assertTrue(Files.exists(second.partial()));
  }

  @Test
  void partialWithoutOwnerIsSweptOnlyWhenOld() throws Exception {
    Path fresh = Files.createDirectory(results.resolve(".fresh.partial"));
    Path old = Files.createDirectory(results.resolve(".old.partial"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    RunDirectory.create(results);
    assertTrue(Files.exists(fresh));
    assertFalse(Files.exists(old));
  }

  @Test
  void completeRunsAndForeignFilesAreNeverSwept() throws Exception {
    Path complete = RunDirectory.create(results).publish();
    Path foreign = Files.writeString(results.resolve("notes.partial"), "mine");
    RunDirectory.create(results);
    assertTrue(Files.exists(complete.resolve(RunManifest.FILE)));
    assertTrue(Files.exists(foreign));
  }

  @Test
  void onlyFiveFailedRunsAreKept() throws Exception {
    for (int i = 0; i < 7; i++) {
      RunDirectory.create(results).fail();
    }
    assertEquals(5, names().size());
    assertTrue(names().stream().allMatch(name -> name.endsWith(".failed")));
  }

  @Test
  void folderThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(results.resolve("file"), "");
    UsageException refused =
        assertThrows(UsageException.class, () -> RunDirectory.create(file.resolve("sub")));
    assertTrue(refused.getMessage().contains(file.resolve("sub").toString()));
  }
}
