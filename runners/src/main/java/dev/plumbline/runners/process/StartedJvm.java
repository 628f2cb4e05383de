package dev.plumbline.runners.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private static final int STOPPED = 1;

  public StartedJvm {
    command = List.copyOf(command);
  }

  /** One that has no archive. */
  public static StartedJvm plain(Process process, Path directory) {
    return new StartedJvm(process, directory, new ClassArchive.None(""), List.of());
  }

  /** Waits for its end and returns its {@link #exitCode}. */
  public int waitFor() throws InterruptedException {
    process.waitFor();
    return exitCode();
  }

  /**
   * How it has ended; of one that did its work and then could not leave what it recorded, that of
   * the work.
   */
  public int exitCode() {
    return process.exitValue() == 0 ? 0 : told().orElse(process.exitValue());
  }

  /** Whether its work was done when it was stopped: what it recorded takes it a while to leave. */
  public boolean hasAnswered() {
    return told().isPresent();
  }

  /** It has ended, and all else is done: makes the archive, if it recorded one. */
  public void settle() {
    if (archive instanceof ClassArchive.Recorded recorded) {
      kept(recorded, ClassArchives.here());
    } else if (archive instanceof ClassArchive.None none && !none.why().isEmpty()) {
      log().info("no class archive, so a slower start: {}", none.why());
    }
  }

  /** It was stopped, and nobody wants to know: nothing is left of what it recorded. */
  public void discard() {
    if (archive instanceof ClassArchive.Recorded recorded) {
      try {
        ClassArchives.here().settle(recorded, STOPPED, command);
      } catch (IOException e) {
        log().debug("{} is left for a later start to remove", recorded.notes(), e);
      }
    }
  }

  private void kept(ClassArchive.Recorded recorded, ClassArchives archives) {
    try {
      long bytes = archives.settle(recorded, process.exitValue(), command);
      if (bytes > 0) {
        log()
            .info(
                "the classes of this run are kept, {} MB in {}: the next one like it starts sooner",
                bytes / 1_000_000,
                archives.folder());
      }
    } catch (IOException e) {
      log()
          .info(
              "the classes of this run are not kept in {}, so the next one is no quicker: {}",
              archives.folder(),
              e.toString());
    }
  }

  private Optional<Integer> told() {
    try {
      return archive instanceof ClassArchive.Recorded
          ? ChildOutcome.read(directory).map(ChildOutcome::exitCode)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Made when there is something to say: setting a log up takes a while, and a start waits. */
  private static Logger log() {
    return LoggerFactory.getLogger(StartedJvm.class);
  }
}
