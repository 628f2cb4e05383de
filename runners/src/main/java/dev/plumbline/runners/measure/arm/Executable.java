package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.options.UsageException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A program that a command line names. */
public final class Executable {
  private Executable() {}

  /**
   * Looks for it where the system would: at its path, or in the folders of {@code PATH}.
   *
   * @throws UsageException if it is not there, or cannot be executed
   */
  public static void check(String option, String program) {
    boolean found;
    try {
      found = candidates(program).anyMatch(f -> Files.isRegularFile(f) && Files.isExecutable(f));
    } catch (InvalidPathException e) {
      found = false;
    }
    if (!found) {
      String where = program.contains(File.separator) ? "there" : "in PATH";
      throw UsageException.of(option, program, "a program that is " + where);
    }
  }

  private static Stream<Path> candidates(String program) {
    if (program.contains(File.separator)) {
      return Stream.of(Path.of(program));
    }
    String path = System.getenv("PATH");
    return path == null
        ? Stream.empty()
        : Arrays.stream(path.split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder.isEmpty() ? "." : folder, program));
  }
}
