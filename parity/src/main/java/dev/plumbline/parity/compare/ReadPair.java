package dev.plumbline.parity.compare;

import dev.plumbline.parity.ReadableTable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    CompletableFuture<Reading> other =
        CompletableFuture.supplyAsync(() -> Reading.of(right.get(), spec), ReadPair::inAThread);
    try {
      return new ReadPair(Reading.of(left.get(), spec), other.join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
    } finally {
      other.handle((read, failure) -> true).join();
    }
  }

  private static void inAThread(Runnable reading) {
    Thread thread = new Thread(reading, "judge");
    thread.setDaemon(true);
    thread.start();
  }
}
