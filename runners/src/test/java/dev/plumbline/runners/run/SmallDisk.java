package dev.plumbline.runners.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the disk small for a run under way: from then on no file of its JVM grows beyond 3 MB. */
final class SmallDisk {
  private static final String LIMIT = "--fsize=3000000";

  private SmallDisk() {}

  /** Waits until the run is about to write its first page, then limits the JVM that does. */
  static void limitChildWritingTo(Path results) {
    try {
      for (int i = 0; i < 6_000; i++) {
        Optional<ProcessHandle> child = atWork(results);
        if (child.isPresent()) {
          String pid = Long.toString(child.get().pid());
          new ProcessBuilder("prlimit", "--pid", pid, LIMIT).inheritIO().start().waitFor();
          return;
        }
        Thread.sleep(10);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("Cannot limit the run's JVM", e);
    }
  }

  private static Optional<ProcessHandle> atWork(Path results) throws IOException {
    if (!Files.exists(results)) {
      return Optional.empty();
    }
    try (Stream<Path> runs = Files.list(results)) {
      boolean writing = runs.anyMatch(run -> Files.exists(run.resolve("artifacts/outcome")));
      return writing
          ? ProcessHandle.current().descendants().filter(SmallDisk::isRun).findFirst()
          : Optional.empty();
    }
  }

  /** The run's JVM takes its arguments from a file in the run's directory. */
  private static boolean isRun(ProcessHandle process) {
    return process.info().commandLine().filter(line -> line.contains("jvm.args")).isPresent();
  }
}
