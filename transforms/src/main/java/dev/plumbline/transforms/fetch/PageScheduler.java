package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages with a fixed number of workers and hands them out, in the order in which they
 * arrive, on the calling thread. At most {@code workers} requests are under way and at most {@code
 * 2 x workers} fetched pages wait, so a slow consumer slows the workers down rather than filling
 * the memory.
 */
public final class PageScheduler {
  private final Function<PageRequest, Timed<FetchedPage>> fetcher;
  private final int workers;

  /**
   * A scheduler.
   *
   * @param fetcher fetches one page; called from {@code workers} threads at once
   */
  public PageScheduler(Function<PageRequest, Timed<FetchedPage>> fetcher, int workers) {
    this.fetcher = fetcher;
    this.workers = workers;
  }

  /** What a worker leaves in the queue: a page, a failure, or word that it has stopped. */
  private record Delivery(@Nullable Timed<FetchedPage> page, @Nullable Throwable failure) {}

  /**
   * Fetches all pages. Returns when the last one was handed out, or throws the first failure of a
   * worker or of the consumer; in either case every worker has been told to stop.
   */
  public void run(Stream<PageRequest> pages, Consumer<Timed<FetchedPage>> consumer)
      throws InterruptedException {
    Iterator<PageRequest> requests = pages.iterator();
    BlockingQueue<Delivery> arrived = new ArrayBlockingQueue<>(workers);
    AtomicInteger serial = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "fetch-worker-" + serial.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    try {
      for (int i = 0; i < workers; i++) {
        pool.execute(() -> work(requests, arrived));
      }
      deliver(arrived, consumer);
    } finally {
      pool.shutdownNow();
    }
  }

  private void deliver(BlockingQueue<Delivery> arrived, Consumer<Timed<FetchedPage>> consumer)
      throws InterruptedException {
    for (int running = workers; running > 0; ) {
      Delivery delivery = arrived.take();
      if (delivery.failure() instanceof RuntimeException failure) {
        throw failure;
      } else if (delivery.failure() instanceof Error failure) {
        throw failure;
      } else if (delivery.failure() != null) {
        throw new IllegalStateException("A fetch worker has failed", delivery.failure());
      } else if (delivery.page() != null) {
        consumer.accept(delivery.page());
      } else {
        running--;
      }
    }
  }

  private void work(Iterator<PageRequest> requests, BlockingQueue<Delivery> arrived) {
    try {
      try {
        for (PageRequest next = take(requests); next != null; next = take(requests)) {
          arrived.put(new Delivery(fetcher.apply(next), null));
        }
        arrived.put(new Delivery(null, null));
      } catch (InterruptedException stopped) {
        throw stopped;
      } catch (Throwable failure) { // a checked one, too: Kotlin throws it undeclared
        arrived.put(new Delivery(null, failure));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the consumer has gone: nobody waits for a delivery
    }
  }

  private static @Nullable PageRequest take(Iterator<PageRequest> requests) {
    synchronized (requests) {
      return requests.hasNext() ? requests.next() : null;
    }
  }
}
