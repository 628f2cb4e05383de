package dev.plumbline.runners.launch;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JVM under way, and where its classes come from.
 *
 * @param process the JVM
 * @param archive its class archive
 * @param command its command line; empty if it records no archive
 */
public record StartedJvm(Process process, ClassArchive archive, List<String> command) {
  public StartedJvm {
    command = List.copyOf(command);
  }

  /** One that has no archive. */
  public static StartedJvm plain(Process process) {
    return new StartedJvm(process, new ClassArchive.None(""), List.of());
  }

  /** Waits for its end, makes the archive if it recorded one, and returns its exit code. */
  public int waitFor() throws InterruptedException {
    int exit = process.waitFor();
    ended(exit);
    return exit;
  }

  /** It has ended: makes the archive if it recorded one. */
  public void ended(int exit) {
    if (archive instanceof ClassArchive.Recorded recorded) {
      long bytes = ClassArchives.here().settle(recorded, exit, command);
      if (bytes > 0) {
        log()
            .info(
                "the classes of this run are kept, {} MB in {}: the next one like it starts sooner",
                bytes / 1_000_000,
                ClassArchives.here().folder());
      }
    } else if (archive instanceof ClassArchive.None none && !none.why().isEmpty()) {
      log().info("no class archive, so a slower start: {}", none.why());
    }
  }

  /** Made when there is something to say: setting a log up takes a while, and a start waits. */
  private static Logger log() {
    return LoggerFactory.getLogger(StartedJvm.class);
  }
}
