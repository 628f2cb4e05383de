package dev.plumbline.runners.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.machine.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {
  private static final String OLD = "20260101T000000000Z-aaaaaa";
  private static final String FAILED = ".20260102T000000000Z-bbbbbb.failed";
  private static final String NEW = "20260103T000000000Z-cccccc";
  private static final String UNDER_WAY = ".20260104T000000000Z-dddddd.partial";

  @TempDir Path results;

  @BeforeEach
  void aFolderOfRuns() throws Exception {
    for (String run : List.of(OLD, FAILED, NEW, UNDER_WAY, "row-streams", "mine")) {
      Path folder = Files.createDirectories(results.resolve(run));
      Files.writeString(folder.resolve("manifest.json"), "x".repeat(1_000_000));
    }
    Files.createDirectories(results.resolve("20260105T000000000Z-eeeeee")); // without a manifest
    Files.writeString(results.resolve("history.jsonl"), "");
  }

  @Test
  void deletesRunsAndNothingThatARunUnderWayMayNeed() throws Exception {
    CliRun run = CliRun.of("clean", "--results-dir=" + results);

    assertEquals(0, run.exit(), run.err());
    assertEquals(
        List.of(UNDER_WAY, "20260105T000000000Z-eeeeee", "history.jsonl", "mine", "row-streams"),
        left());
    assertTrue(run.out().contains("row-streams  left alone: a run is under way"), run.out());
    assertTrue(run.out().contains("3 directories, 3.0 MB: deleted"), run.out());
  }

  @Test
  void deletesTheRowStreamsWhereNoRunIsUnderWay() throws Exception {
    FileTree.delete(results.resolve(UNDER_WAY));
    CliRun run = CliRun.of("clean", "--results-dir=" + results);

    assertEquals(List.of("20260105T000000000Z-eeeeee", "history.jsonl", "mine"), left());
    assertTrue(run.out().contains("4 directories, 4.0 MB: deleted"), run.out());
  }

  @Test
  void keepsTheNewestAndTheRowStreamsIfAskedTo() throws Exception {
    CliRun.of("clean", "--results-dir=" + results, "--keep=2", "--no-row-streams");

    assertTrue(left().containsAll(List.of(FAILED, NEW, "row-streams")), left().toString());
    assertTrue(!left().contains(OLD), left().toString());
  }

  @Test
  void saysWhatItWouldDelete() throws Exception {
    List<String> before = left();
    CliRun run = CliRun.of("clean", "--results-dir=" + results, "--dry-run");

    assertEquals(before, left());
    assertTrue(run.out().contains("nothing was deleted"), run.out());
    assertEquals(0, CliRun.of("clean", "--results-dir=" + results.resolve("nowhere")).exit());
  }

  private List<String> left() throws Exception {
    try (Stream<Path> all = Files.list(results)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
