package dev.plumbline.runners.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.runners.process.PlumblineRun;
import dev.plumbline.transforms.artifact.ArtifactManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four runs, each in processes of its own, that keep the same rows in one folder. */
@Timeout(300)
@Tag("exhaustive")
class RunsAtOnceTest {
  private static final int RUNS = 4;

  @TempDir Path directory;

  @Test
  void allAreDoneAndTheRowsThatStayAreWhole() throws Exception {
    Path shared = directory.resolve("row-streams");
    ExecutorService threads = Executors.newFixedThreadPool(RUNS);
    try {
      List<Future<PlumblineRun>> runs = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        Path own = Files.createDirectory(directory.resolve("run-" + i));
        runs.add(
            threads.submit(
                () ->
                    PlumblineRun.apart(
                        List.of(),
                        own,
                        List.of(
                            "elt",
                            "--runner=floor",
                            "--rows-target=4000",
                            "--mine-rows=4000",
                            "--heap=300m",
                            "--row-stream-artifact-dir=" + shared))));
      }
      for (Future<PlumblineRun> run : runs) {
        assertEquals(0, run.get().exit(), run.get().err());
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> left = Files.list(shared)) {
      List<Path> shown = left.filter(f -> !f.getFileName().toString().startsWith(".")).toList();
      assertEquals(3, shown.size(), shown::toString);
      for (Path manifest : shown.stream().filter(f -> f.toString().endsWith("t.json")).toList()) {
        ArtifactManifest.read(manifest).verify(shared);
      }
    }
  }
}
