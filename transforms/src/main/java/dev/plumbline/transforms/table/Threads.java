package dev.plumbline.transforms.table;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of threads that do pieces of one work, and nothing else. */
public final class Threads implements AutoCloseable {
  private final String work;
  private final ExecutorService pool;

  /**
   * Starts them.
   *
   * @param work what is done, for errors
   */
  public Threads(String work, int threads) {
    this.work = work;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  /**
   * What all pieces bring out, in their order.
   *
   * @throws TableException if one fails; then all others have ended
   */
  public <T> List<T> all(List<Callable<T>> pieces) {
    List<T> results = new ArrayList<>();
    try {
      List<Future<T>> futures = pool.invokeAll(pieces);
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TableException(work + " was interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TableException known
          ? known
          : new TableException(work + ": " + e.getCause(), e.getCause());
    }
    return results;
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
