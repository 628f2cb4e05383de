package dev.plumbline.parity.compare;

import dev.plumbline.parity.ReadableTable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Two tables, each read whole by a thread of its own, at the same time. */
public record ReadPair(Reading left, Reading right) {

  /**
   * Opens and reads both.
   *
   * @param spec how; its progress is told by both threads
   * @throws RuntimeException what was thrown while the left one was read, else the right one; by
   *     then nobody reads any more
   */
  public static ReadPair of(
      Supplier<? extends ReadableTable> left,
      Supplier<? extends ReadableTable> right,
      CompareSpec spec) {
    FutureTask<Reading> other = new FutureTask<>(() -> Reading.of(right.get(), spec));
    Thread thread = new Thread(other, "judge");
    thread.setDaemon(true);
    thread.start();
    try {
      Reading first = Reading.of(left.get(), spec);
      return new ReadPair(first, ended(other));
    } catch (RuntimeException | Error e) {
      endOf(thread, e);
      throw e;
    }
  }

  private static Reading ended(FutureTask<Reading> reading) {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a table was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("A table could not be read", e.getCause());
    }
  }

  private static void endOf(Thread thread, Throwable failure) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failure.addSuppressed(e);
    }
  }
}
