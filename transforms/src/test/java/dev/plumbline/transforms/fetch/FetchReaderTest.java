package dev.plumbline.transforms.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.page.PageRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.io.BoundedSource.BoundedReader;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader that is told to stop early loses no page and gives none twice. */
class FetchReaderTest {
  private static final PipelineOptions OPTIONS = PipelineOptionsFactory.create();
  private static final StageClock CLOCK = new StageClock("page-reader", "fetch");
  private static final AtomicInteger OPENED = new AtomicInteger();
  private static final AtomicInteger CLOSED = new AtomicInteger();

  @BeforeEach
  void nothingIsOpen() {
    OPENED.set(0);
    CLOSED.set(0);
  }

  @ParameterizedTest(name = "{0} pages of {1} bytes, {2} workers: stretches of {3}")
  @CsvSource({
    "40, 16777216, 2, 4", // four of them are a stretch
    "7, 33554432, 3, 3", // a page for each worker is more than a stretch
    "5, 134217728, 1, 1", // a page is larger than a stretch
    "1, 1000, 4, 1", // all are one stretch
    "30, 1000, 4, 30"
  })
  void readsAllPagesOnceStretchByStretch(int pages, int bytes, int workers, int stretch)
      throws IOException {
    List<Integer> read = new ArrayList<>();
    List<Integer> stretches = new ArrayList<>();
    BoundedSource<FetchedPage> left = source(pages, bytes, workers);
    while (left != null) {
      int before = read.size();
      left = read(left, read);
      stretches.add(read.size() - before);
    }

    assertEquals(IntStream.range(0, pages).boxed().toList(), read.stream().sorted().toList());
    assertEquals(pages <= stretch, stretches.size() == 1, stretches + "");
    // a stretch is no shorter than asked, and longer only by pages that were under way already
    for (int size : stretches.subList(0, stretches.size() - 1)) {
      assertTrue(size >= stretch && size <= stretch + 3 * workers, stretches + "");
    }
    assertEquals(1, OPENED.get(), "connections are handed on");
    assertEquals(1, CLOSED.get());
  }

  /** Reads one stretch; what is left, or null. */
  private static BoundedSource<FetchedPage> read(
      BoundedSource<FetchedPage> source, List<Integer> pages) throws IOException {
    try (BoundedReader<FetchedPage> reader = source.createReader(OPTIONS)) {
      assertNull(reader.splitAtFraction(0.5), "before it has begun");
      assertTrue(reader.start());
      BoundedSource<FetchedPage> left = reader.splitAtFraction(0.5);
      do {
        pages.add(reader.getCurrent().request().index());
      } while (reader.advance());
      assertFalse(reader.advance());
      assertEquals(1.0, reader.getFractionConsumed());
      return left;
    }
  }

  @Test
  void shardsAreEveryNthPageWithTheirPartOfTheWorkers() throws Exception {
    List<? extends BoundedSource<FetchedPage>> shards =
        FetchSource.of(new Pages(1000, 5, -1), CLOCK, new PagePlan(11, 1), 2).split(1, OPTIONS);

    List<List<Integer>> read = new ArrayList<>();
    for (BoundedSource<FetchedPage> shard : shards) {
      List<Integer> own = new ArrayList<>();
      assertNull(read(shard, own));
      read.add(own.stream().sorted().toList());
    }
    assertEquals(List.of(List.of(0, 2, 4, 6, 8, 10), List.of(1, 3, 5, 7, 9)), read);
    assertEquals(
        List.of(3, 2), shards.stream().map(s -> ((FetchSource) s).share().workers()).toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void failureOfAPageSurfacesAndClosesTheConnections(boolean stopped) {
    BoundedReader<FetchedPage> reader =
        FetchSource.of(new Pages(1 << 24, 1, 3), CLOCK, new PagePlan(20, 1), 1)
            .createReader(OPTIONS);

    IllegalStateException failed =
        assertThrows(
            IllegalStateException.class,
            () -> {
              try (reader) {
                boolean more = reader.start();
                assertEquals(stopped, stopped && reader.splitAtFraction(0.5) != null);
                assertNull(stopped ? reader.splitAtFraction(0.5) : null, "twice");
                for (; more; more = reader.advance()) {
                  assertNotNull(reader.getCurrent());
                }
              }
            });
    assertEquals("page 3 is broken", failed.getMessage());
    assertEquals(OPENED.get(), CLOSED.get());
  }

  private static FetchSource source(int pages, int bytes, int workers) {
    return FetchSource.of(new Pages(bytes, workers, -1), CLOCK, new PagePlan(pages, 1), 1);
  }

  /** Pages that say that they are so large. */
  private record Pages(int bytes, int workers, int broken) implements FetchCore {
    private static final long serialVersionUID = 1;

    @Override
    public Fetching open() {
      OPENED.incrementAndGet();
      byte[] body = new byte[bytes];
      return new Fetching() {
        @Override
        public FetchedPage fetch(PageRequest request) {
          if (request.index() == broken) {
            throw new IllegalStateException("page " + broken + " is broken");
          }
          return new FetchedPage(request, bytes, 0, body);
        }

        @Override
        public void close() {
          CLOSED.incrementAndGet();
        }
      };
    }
  }
}
