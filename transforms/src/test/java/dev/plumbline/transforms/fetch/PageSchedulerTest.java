package dev.plumbline.transforms.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.clock.StageInterval;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.page.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSchedulerTest {
  private static final StageInterval NO_TIME =
      new StageInterval("fetch", 0, 0, 0, 0, 0, 0, 0, 0, 0);
  private static final long PATIENCE_SECONDS = 30;

  private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 50", "4, 3", "4, 4", "4, 200", "16, 200"})
  void everyPageComesOnceOnTheCallingThread(int workerCount, int pages) throws Exception {
    Thread caller = Thread.currentThread();
    List<Integer> arrived = new ArrayList<>();

    run(
        this::fetch,
        workerCount,
        plan(pages).all(),
        page -> {
          assertSame(caller, Thread.currentThread());
          arrived.add(page.value().request().index());
        });

    assertEquals(IntStream.range(0, pages).boxed().toList(), arrived.stream().sorted().toList());
    assertNoWorkerSurvives();
  }

  @Test
  void noPagesAreDoneAtOnce() throws Exception {
    run(
        this::fetch,
        3,
        plan(1).all().skip(1),
        page -> {
          throw new AssertionError("there is no page");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void exactlyAsManyRequestsAsWorkersAreUnderWay(int workerCount) throws Exception {
    CyclicBarrier allAtWork = new CyclicBarrier(workerCount);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    run(
        request -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          await(allAtWork);
          underWay.decrementAndGet();
          return fetch(request);
        },
        workerCount,
        plan(workerCount * 10).all(),
        page -> {});

    assertEquals(workerCount, most.get());
    assertEquals(workerCount, workers.size());
  }

  @Test
  void aSlowConsumerBoundsThePagesInFlight() throws Exception {
    int workerCount = 3;
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger consumed = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    run(
        request -> {
          most.accumulateAndGet(asked.incrementAndGet() - consumed.get(), Math::max);
          return fetch(request);
        },
        workerCount,
        plan(300).all(),
        page -> {
          pauseBriefly();
          consumed.incrementAndGet();
        });

    // 2 x workers wait, each worker may hold or ask for one more, and one is being consumed.
    assertTrue(most.get() <= 3 * workerCount + 1, "at most " + most.get() + " pages in flight");
    assertEquals(300, consumed.get());
  }

  @Test
  void theFirstFailureSurfacesAndStopsTheOthers() {
    IllegalStateException failure = new IllegalStateException("page 20 is broken");
    AtomicInteger asked = new AtomicInteger();

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                run(
                    request -> {
                      asked.incrementAndGet();
                      if (request.index() == 20) {
                        throw failure;
                      }
                      return fetch(request);
                    },
                    4,
                    plan(10_000).all(),
                    page -> {}));

    assertSame(failure, thrown);
    assertNoWorkerSurvives();
    assertTrue(asked.get() < 10_000, asked + " pages were asked for after a failure");
  }

  @Test
  void anErrorOfAWorkerSurfaces() {
    AssertionError failure = new AssertionError("a bug");

    AssertionError thrown =
        assertThrows(
            AssertionError.class,
            () ->
                run(
                    request -> {
                      workers.add(Thread.currentThread());
                      throw failure;
                    },
                    2,
                    plan(10).all(),
                    page -> {}));

    assertSame(failure, thrown);
    assertNoWorkerSurvives();
  }

  @Test
  void aFailingConsumerStopsTheWorkers() {
    IllegalStateException failure = new IllegalStateException("the consumer is broken");

    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                run(
                    this::fetch,
                    4,
                    plan(10_000).all(),
                    page -> {
                      throw failure;
                    }));

    assertSame(failure, thrown);
    assertNoWorkerSurvives();
  }

  @Test
  void anInterruptedCallerStopsTheWorkers() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThrows(
        InterruptedException.class,
        () ->
            run(
                request -> {
                  workers.add(Thread.currentThread());
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return fetch(request);
                },
                3,
                plan(100).all(),
                page -> {}));

    assertNoWorkerSurvives();
  }

  @Test
  void failingPagesOfAllWorkersDoNotBlockThem() {
    assertThrows(
        IllegalStateException.class,
        () ->
            run(
                request -> {
                  workers.add(Thread.currentThread());
                  throw new IllegalStateException("page " + request.index());
                },
                8,
                plan(100).all(),
                page -> {}));

    assertNoWorkerSurvives();
  }

  private static void run(
      Function<PageRequest, Timed<FetchedPage>> fetcher,
      int workerCount,
      Stream<PageRequest> pages,
      Consumer<Timed<FetchedPage>> consumer)
      throws InterruptedException {
    PageScheduler.run(pages, fetcher, workerCount, consumer);
  }

  private Timed<FetchedPage> fetch(PageRequest request) {
    workers.add(Thread.currentThread());
    return new Timed<>(new FetchedPage(request, 0, 0, new byte[0]), NO_TIME);
  }

  private void assertNoWorkerSurvives() {
    assertFalse(workers.isEmpty());
    for (Thread worker : workers) {
      try {
        worker.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
      assertFalse(worker.isAlive(), worker + " is still running");
    }
  }

  private static PagePlan plan(int pages) {
    return new PagePlan(pages * 10L, 10);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("not all workers are at work", e);
    }
  }

  private static void pauseBriefly() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
