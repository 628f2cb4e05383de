package dev.plumbline.transforms.engine.polars;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run of a command line tool that ended by itself.
 *
 * @param exitCode its exit code
 * @param output what it printed, on both streams
 */
record ToolRun(int exitCode, String output) {
  /**
   * Runs a tool without input.
   *
   * @param log what it prints is written there
   * @throws IOException if there is no such tool, or if it takes too long; then it is killed
   */
  static ToolRun of(List<String> command, Path directory, Path log, Duration limit)
      throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new ToolRun(process.exitValue(), Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    throw new IOException("was not done within %d s, and was killed".formatted(limit.toSeconds()));
  }

  /** The last line that says something. */
  String lastLine() {
    return output
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((first, second) -> second)
        .orElse("nothing");
  }
}
