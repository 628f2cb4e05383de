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
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages with a fixed number of workers and hands them out, in the order in which they
 * arrive, on the thread that asks. At most {@code workers} requests are under way and at most
 * {@code 2 x workers} fetched pages wait, so a slow consumer slows the workers down rather than
 * filling the memory.
 */
public final class PageScheduler implements AutoCloseable {
  private final Function<PageRequest, Timed<FetchedPage>> fetcher;
  private final Supplier<@Nullable PageRequest> requests;
  private final BlockingQueue<Delivery> arrived;
  private final ExecutorService pool;
  private int running;

  /**
   * Begins to fetch.
   *
   * @param requests gives the next page to fetch, or null when there is none; called by one thread
   *     at a time
   * @param fetcher fetches one page; called from {@code workers} threads at once
   */
  public PageScheduler(
      Supplier<@Nullable PageRequest> requests,
      Function<PageRequest, Timed<FetchedPage>> fetcher,
      int workers) {
    this.requests = requests;
    this.fetcher = fetcher;
    this.arrived = new ArrayBlockingQueue<>(workers);
    this.running = workers;
    AtomicInteger serial = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "fetch-worker-" + serial.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    for (int i = 0; i < workers; i++) {
      pool.execute(this::work);
    }
  }

  /** What a worker leaves in the queue: a page, a failure, or word that it has stopped. */
  private record Delivery(@Nullable Timed<FetchedPage> page, @Nullable Throwable failure) {}

  /**
   * Fetches all pages. Returns when the last one was handed out, or throws the first failure of a
   * worker or of the consumer; in either case every worker has been told to stop.
   */
  public static void run(
      Stream<PageRequest> pages,
      Function<PageRequest, Timed<FetchedPage>> fetcher,
      int workers,
      Consumer<Timed<FetchedPage>> consumer)
      throws InterruptedException {
    Iterator<PageRequest> requests = pages.iterator();
    try (PageScheduler scheduler =
        new PageScheduler(() -> requests.hasNext() ? requests.next() : null, fetcher, workers)) {
      for (Timed<FetchedPage> page = scheduler.next(); page != null; page = scheduler.next()) {
        consumer.accept(page);
      }
    }
  }

  /** Waits for the next page that arrives; null after the last. Throws a worker's failure. */
  public @Nullable Timed<FetchedPage> next() throws InterruptedException {
    while (running > 0) {
      Delivery delivery = arrived.take();
      running -= delivery.page() == null ? 1 : 0; // a worker that fails has ended, too
      if (delivery.failure() instanceof RuntimeException failure) {
        throw failure;
      } else if (delivery.failure() instanceof Error failure) {
        throw failure;
      } else if (delivery.failure() != null) {
        throw new IllegalStateException("A fetch worker has failed", delivery.failure());
      } else if (delivery.page() != null) {
        return delivery.page();
      }
    }
    return null;
  }

  private void work() {
    try {
      try {
        for (PageRequest next = take(); next != null; next = take()) {
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

  private @Nullable PageRequest take() {
    synchronized (requests) {
      return requests.get();
    }
  }

  /** Tells every worker to stop. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
