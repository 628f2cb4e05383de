package dev.plumbline.transforms.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.scripted.ScriptedMine;
import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFetcherTest {
  private static final int ROWS = 10;
  private static final int PAGE_SIZE = 4;
  private static final long STRUCK = 4;
  private static final PagePlan PLAN = new PagePlan(ROWS, PAGE_SIZE);

  @Test
  void aGoodPageTakesOneRequest() {
    try (ScriptedMine mine = mine().start();
        PageFetcher fetcher = new PageFetcher(spec(mine))) {
      for (PageRequest request : PLAN.all().toList()) {
        FetchedPage page = fetcher.fetch(request);

        assertEquals(request, page.request());
        assertEquals(0, page.retries());
        assertEquals(page.body().length, page.transportBytes());
        assertEquals(1, mine.log().requests(request.start()));
        assertRows(page);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aCutBodyIsFetchedAgainAndReplaced(int times) {
    assertRecovers("cut(bytes=220, attempts=" + times + ", start=" + STRUCK + ")", times);
  }

  @Test
  void aFailedTrailerAfterAllRowsIsFetchedAgain() {
    assertRecovers("failed-trailer(rows=" + PAGE_SIZE + ", attempts=1, start=" + STRUCK + ")", 1);
  }

  @Test
  void aFailedTrailerBehindSomeRowsIsFetchedAgain() {
    assertRecovers("failed-trailer(rows=2, attempts=2, start=" + STRUCK + ")", 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {503, 200})
  void anHtmlPageIsFetchedAgain(int status) {
    assertRecovers("html(status=" + status + ", attempts=2, start=" + STRUCK + ")", 2);
  }

  @Test
  void aResetConnectionIsOpenedAgain() {
    assertRecovers("reset(attempts=2, start=" + STRUCK + ")", 2);
  }

  @Test
  void aTrailerThatAlwaysFailsIsAnErrorThatNamesTheOffset() {
    MineException failed =
        failsFor("failed-trailer(rows=" + PAGE_SIZE + ", start=" + STRUCK + ")", 3);

    assertTrue(
        failed.getMessage().contains("the page at offset 4 ends in a trailer"),
        failed.getMessage());
    assertTrue(failed.getMessage().endsWith("(after 3 tries)"), failed.getMessage());
  }

  @Test
  void aBodyThatIsAlwaysCutIsAnError() {
    failsFor("cut(bytes=220, start=" + STRUCK + ")", 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404})
  void aRefusalIsNotAskedAgain(int status) {
    MineException failed = failsFor("html(status=" + status + ", start=" + STRUCK + ")", 1);

    assertTrue(failed.getMessage().contains("status " + status), failed.getMessage());
  }

  @Test
  void aFetchWithoutWorkersIsRefused() {
    try (ScriptedMine mine = mine().start()) {
      FetchSpec good = spec(mine);
      assertThrows(
          IllegalArgumentException.class,
          () -> new FetchSpec(good.root(), good.query(), 0, good.retries(), good.limits()));
    }
  }

  @Test
  void closingAfterAFailureEndsRequestsThatAreUnderWay() {
    try (ScriptedMine mine =
        mine()
            .faults("latency(by=600s, start=" + STRUCK + ")")
            .faults("html(status=404, start=0)")
            .start()) {
      List<Thread> before = fetchWorkers();
      StageClock clock = new StageClock("closing", "fetch");
      assertThrows(
          MineException.class,
          () -> {
            try (TimedFetcher fetcher = new TimedFetcher(spec(mine), clock)) {
              PageScheduler.run(PLAN.all(), fetcher::fetch, 3, page -> {});
            }
          });

      for (Thread worker : fetchWorkers()) {
        if (!before.contains(worker)) {
          assertEnds(worker);
        }
      }
    }
  }

  private static void assertEnds(Thread worker) {
    try {
      worker.join(TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
    assertFalse(worker.isAlive(), worker + " still waits for its page");
  }

  private static List<Thread> fetchWorkers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("fetch-worker-"))
        .toList();
  }

  private static void assertRecovers(String fault, int retries) {
    try (ScriptedMine mine = mine().faults(fault).start();
        PageFetcher fetcher = new PageFetcher(spec(mine))) {
      for (PageRequest request : PLAN.all().toList()) {
        FetchedPage page = fetcher.fetch(request);

        int failed = request.start() == STRUCK ? retries : 0;
        assertEquals(failed, page.retries(), request.toString());
        assertEquals(failed + 1, mine.log().requests(request.start()), request.toString());
        assertRows(page);
      }
    }
  }

  private static MineException failsFor(String fault, int requests) {
    try (ScriptedMine mine = mine().faults(fault).start();
        PageFetcher fetcher = new PageFetcher(spec(mine))) {
      MineException failed = assertThrows(MineException.class, () -> fetcher.fetch(PLAN.page(1)));

      assertEquals(requests, mine.log().requests(STRUCK));
      assertFalse(failed.retryable());
      assertTrue(failed.getMessage().contains(mine.serviceRoot().toString()), failed.getMessage());
      return failed;
    }
  }

  private static void assertRows(FetchedPage page) {
    String text = new String(page.body(), StandardCharsets.UTF_8);
    for (int row = 0; row < ROWS; row++) {
      boolean within =
          row >= page.request().start() && row < page.request().start() + page.request().rows();
      assertEquals(within, text.contains("[\"row " + row + "\"]"), text);
    }
  }

  private static ScriptedMine.Builder mine() {
    return ScriptedMine.builder()
        .rows(IntStream.range(0, ROWS).mapToObj(i -> "[\"row " + i + "\"]").toList());
  }

  private static FetchSpec spec(ScriptedMine mine) {
    return new FetchSpec(
        ServiceRoot.parse(mine.serviceRoot().toString()),
        new PathQuery("genomic", List.of("Gene.primaryIdentifier"), List.of(), ""),
        2,
        new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(2)),
        Limits.defaults());
  }
}
