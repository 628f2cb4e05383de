package dev.plumbline.runners.storage;

import dev.plumbline.runners.launch.PlumblineProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Small runs in real processes, all over the same rows of the local mine. Their JVMs have only the
 * quick compiler, since each of them works for a second or two and no test asks for a time.
 */
final class StorageProcess {
  /** Rows of the pair {@code compare}. */
  static final int COMPARE = 300;

  /** Rows of the pair {@code new}. */
  static final int NEW = 1_000;

  private static final List<String> QUICK =
      List.of("/usr/bin/env", "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1");

  private StorageProcess() {}

  /**
   * Runs a command to its end.
   *
   * @param directory of its own: results, standard output and error
   */
  static PlumblineProcess run(Path directory, String command, List<String> flags) throws Exception {
    return run(List.of(), directory, command, flags);
  }

  /** The same as an argument of another program. */
  static PlumblineProcess run(
      List<String> prefix, Path directory, String command, List<String> flags) throws Exception {
    List<String> before = new ArrayList<>(prefix);
    before.addAll(QUICK);
    List<String> all = new ArrayList<>(List.of(command, "--rows-target=" + NEW));
    all.addAll(List.of("--mine-rows=" + NEW, "--page-size=250", "--parallelism=1", "--heap=300m"));
    all.add("--repetitions=1");
    all.addAll(flags);
    return PlumblineProcess.start(before, directory, all);
  }
}
