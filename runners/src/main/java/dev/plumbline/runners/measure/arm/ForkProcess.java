package dev.plumbline.runners.measure.arm;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process under way that ends with a time limit. What a command has left behind on purpose, a
 * process that is no child of it any more, is not found.
 *
 * @param process the process
 */
record ForkProcess(Process process) implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 2;

  /** Waits; false if the time was up, and then it and all its descendants are stopped. */
  boolean endsWithin(long seconds) throws InterruptedException {
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      return true;
    }
    close();
    return false;
  }

  /** Stops it and its descendants, if any still run. */
  @Override
  public void close() {
    List<ProcessHandle> family = Stream.concat(process.descendants(), self()).toList();
    family.forEach(ProcessHandle::destroy);
    for (ProcessHandle member : family) {
      try {
        member.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        member.destroyForcibly();
      } catch (ExecutionException | TimeoutException e) {
        member.destroyForcibly();
      }
    }
  }

  private Stream<ProcessHandle> self() {
    return process.isAlive() ? Stream.of(process.toHandle()) : Stream.empty();
  }
}
