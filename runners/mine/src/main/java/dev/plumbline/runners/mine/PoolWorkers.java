package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.query.run.Workers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Workers on as many threads as there are cores. */
final class PoolWorkers implements Workers, AutoCloseable {

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool;

  PoolWorkers(ThreadFactory threads) {
    pool = Executors.newFixedThreadPool(cores, threads);
  }

  @Override
  public void each(int tasks, IntConsumer task) {
    if (tasks == 1) {
      task.accept(0);
      return;
    }
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
            task.accept(i);
          }
        };
    CompletableFuture<?>[] lanes =
        Stream.generate(() -> CompletableFuture.runAsync(lane, pool))
            .limit(Math.min(cores, tasks))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(lanes).join();
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
