package dev.plumbline.runners.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A launcher in a process of its own, and what it left. */
record LauncherProcess(Process process, Path results, Path out, Path err) {

  static LauncherProcess start(String ending, Path folder) throws IOException {
    Path results = Files.createDirectories(folder.resolve("results of this"));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPath.current().text(),
                TinyLauncher.class.getName(),
                ending,
                results.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new LauncherProcess(process, results, out, err);
  }

  /** Waits until the child works; then it can be killed in the middle. */
  ProcessHandle child() throws Exception {
    Path pidFile = results.resolve(TinyTask.PID_FILE);
    while (!Files.exists(pidFile)) {
      if (!process.isAlive()) {
        throw new AssertionError("the launcher ended early: " + Files.readString(err));
      }
      Thread.sleep(20);
    }
    Optional<ProcessHandle> child = ProcessHandle.of(Long.parseLong(Files.readString(pidFile)));
    return child.orElseThrow(() -> new AssertionError("the child is gone already"));
  }

  int exit() throws InterruptedException {
    return process.waitFor();
  }

  List<String> outLines() throws IOException {
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  String errText() throws IOException {
    return Files.readString(err);
  }

  /** Names in the results folder that are run directories, sorted. */
  List<String> runs() throws IOException {
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
