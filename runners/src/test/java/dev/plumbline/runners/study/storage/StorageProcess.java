package dev.plumbline.runners.study.storage;

import dev.plumbline.runners.process.PlumblineRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small runs, all over the same rows of the local mine. */
final class StorageProcess {
  /** Rows of the pair {@code compare}. */
  static final int COMPARE = 300;

  /** Rows of the pair {@code new}. */
  static final int NEW = 1_000;

  private StorageProcess() {}

  /**
   * Runs a command to its end.
   *
   * @param directory of its own: results, standard output and error
   */
  static PlumblineRun run(Path directory, String command, List<String> flags) throws Exception {
    return PlumblineRun.inside(directory, arguments(command, flags));
  }

  /** The same in a process of its own, as an argument of another program. */
  static PlumblineRun apart(List<String> prefix, Path directory, String command, List<String> flags)
      throws Exception {
    return PlumblineRun.apart(prefix, directory, arguments(command, flags));
  }

  private static List<String> arguments(String command, List<String> flags) {
    List<String> all = new ArrayList<>(List.of(command, "--rows-target=" + NEW));
    all.addAll(List.of("--mine-rows=" + NEW, "--page-size=250", "--parallelism=1", "--heap=300m"));
    all.add("--repetitions=1");
    all.addAll(flags);
    return all;
  }
}
