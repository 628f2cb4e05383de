package dev.plumbline.runners.launch;

import dev.plumbline.runners.child.ChildOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM under way, and where its classes come from.
 *
 * @param process the JVM
 * @param directory in which it leaves its answer
 * @param archive its class archive
 * @param command its command line
 */
public record StartedJvm(
    Process process, Path directory, ClassArchive archive, List<String> command) {

  public StartedJvm {
    command = List.copyOf(command);
  }

  /** One that has no archive. */
  public static StartedJvm plain(Process process, Path directory) {
    return new StartedJvm(process, directory, new ClassArchive.None(""), List.of());
  }

  /** Waits for its end and returns the exit code, as {@link #ended} has it. */
  public int waitFor() throws InterruptedException {
    return ended(process.waitFor());
  }

  /**
   * It has ended: makes the archive, if it recorded one.
   *
   * @return its exit code; of one that did its work and then could not leave what it recorded, that
   *     of the work
   */
  public int ended(int exit) {
    if (archive instanceof ClassArchive.Recorded recorded) {
      long bytes = ClassArchives.here().settle(recorded, exit, command);
      if (bytes > 0) {
        log()
            .info(
                "the classes of this run are kept, {} MB in {}: the next one like it starts sooner",
                bytes / 1_000_000,
                ClassArchives.here().folder());
      }
      return exit == 0 ? exit : told(exit);
    }
    if (archive instanceof ClassArchive.None none && !none.why().isEmpty()) {
      log().info("no class archive, so a slower start: {}", none.why());
    }
    return exit;
  }

  private int told(int exit) {
    try {
      return ChildOutcome.read(directory).map(ChildOutcome::exitCode).orElse(exit);
    } catch (IOException e) {
      return exit;
    }
  }

  /** Made when there is something to say: setting a log up takes a while, and a start waits. */
  private static Logger log() {
    return LoggerFactory.getLogger(StartedJvm.class);
  }
}
