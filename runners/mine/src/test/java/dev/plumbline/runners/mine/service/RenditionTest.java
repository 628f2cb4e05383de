package dev.plumbline.runners.mine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.plumbline.runners.mine.MineClient;
import dev.plumbline.runners.mine.MineData;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import dev.plumbline.runners.mine.query.run.QueryEngine;
import dev.plumbline.runners.mine.query.run.Workers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class RenditionTest {

  private static final int ROWS = 3 * Rendition.BLOCK_ROWS + 5;
  private static final String QUERY = MineClient.query(MineClient.GENE_CORE);

  private final QueryEngine engine = MineData.engine(7, ROWS, Workers.CALLER);
  private final ServerCounters counters = new ServerCounters();

  @Test
  void servesTheSameBytesWhetherKeptOrNot() {
    Rendition kept = rendition(QUERY, Long.MAX_VALUE);
    Rendition passing = rendition(QUERY, 0);
    for (int start = 0; start < ROWS; start += 1_000) {
      assertEquals(text(kept.page(start, 5_000)), text(passing.page(start, 5_000)));
    }
  }

  @Test
  void rendersARowOnceIfItCanBeKept() {
    Rendition kept = rendition(QUERY, Long.MAX_VALUE);
    kept.renderAhead(Workers.CALLER, Long.MAX_VALUE);
    text(kept.page(0, ROWS));
    assertEquals(ROWS, counters.stats(Duration.ZERO).firstTouchRows());
  }

  @Test
  void dropsTheResultThatWasUsedLeastRecently() {
    Rendition first = rendition(QUERY, Long.MAX_VALUE);
    RenditionCache cache = new RenditionCache(first.sizeBytes() * 5 / 2);
    Rendition a = get(cache, "A", first);
    Rendition b = get(cache, "B", rendition(QUERY, Long.MAX_VALUE));
    assertSame(a, get(cache, "A", b));
    get(cache, "C", rendition(QUERY, Long.MAX_VALUE));
    assertSame(a, get(cache, "A", b));
    assertNotSame(b, get(cache, "B", rendition(QUERY, Long.MAX_VALUE)));
  }

  private static Rendition get(RenditionCache cache, String view, Rendition fresh) {
    PathQuery key = PathQueryReader.read(MineClient.query(view));
    return cache.get(key, () -> fresh);
  }

  private Rendition rendition(String query, long boundBytes) {
    return new Rendition(engine.evaluate(PathQueryReader.read(query)), boundBytes, counters);
  }

  private static String text(Iterator<ByteBuffer> buffers) {
    StringBuilder text = new StringBuilder();
    buffers.forEachRemaining(b -> text.append(StandardCharsets.UTF_8.decode(b)));
    return text.toString();
  }
}
