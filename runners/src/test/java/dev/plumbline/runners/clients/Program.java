package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A client's program as a process of its own.
 *
 * @param command the program and its first arguments
 * @param environment variables that are set for it
 * @param scratch an existing folder for what it writes
 */
record Program(List<String> command, Map<String, String> environment, Path scratch) {
  private static final int MOST_SECONDS = 120;

  Program {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The program's standard output, once it has ended well. */
  Path run(String... arguments) throws IOException, InterruptedException {
    return run(Path.of(File.separator.equals("/") ? "/dev/null" : "NUL"), arguments);
  }

  /** The same, with a file as the program's standard input. */
  Path run(Path in, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", ".jsonl");
    Path err = Files.createTempFile(scratch, "err", ".txt");
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(all)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS), () -> all + " goes on and on");
      assertEquals(0, process.exitValue(), () -> all + " said: " + text(err));
    } finally {
      process.destroyForcibly();
    }
    return out;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
