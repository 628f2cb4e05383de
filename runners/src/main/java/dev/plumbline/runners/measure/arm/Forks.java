package dev.plumbline.runners.measure.arm;

import dev.plumbline.runners.machine.FileTree;
import dev.plumbline.runners.results.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes a fork of any arm, and leaves of its directory only the log, and that only if it failed.
 *
 * @param setting what all forks have in common
 * @param arms all arms
 * @param directory the measurement's, absolute
 */
public record Forks(ForkSetting setting, List<Arm> arms, Path directory) implements ForkRunner {

  public Forks {
    arms = List.copyOf(arms);
  }

  @Override
  public ForkTry run(BlockPlan block, int attempt, int position)
      throws IOException, InterruptedException {
    BlockPlan.Fork fork = block.forks().get(position);
    String name = "block-%d-%d-%d".formatted(block.block(), attempt, position);
    Path own = Files.createDirectories(folder().resolve(name));
    try {
      ForkTry ran = arms.get(fork.arm()).run(fork, setting, own);
      if (ran.exitCode() == null || ran.exitCode() != 0) {
        keepLog(own);
      }
      return ran;
    } finally {
      FileTree.delete(own);
    }
  }

  /** Where forks have their directories while they run. */
  public Path folder() {
    return directory.resolve("forks");
  }

  /** It ends the measurement, so there is never more than one. */
  private void keepLog(Path own) throws IOException {
    Path log = own.resolve("fork.log");
    if (Files.exists(log)) {
      Path kept = directory.resolve(RunDirectory.LOG);
      Files.copy(log, kept, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
