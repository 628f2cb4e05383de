package dev.plumbline.runners.mine;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers queries with counts and pages. */
final class QueryResults {

  private static final int REMEMBERED_TEXTS = 256;
  private static final int LONGEST_REMEMBERED_TEXT = 16_384;

  private final QueryEngine engine;
  private final Workers workers;
  private final ServerCounters counters;
  private final RenditionCache cache;
  private final Map<String, Parsed> parsed = new LinkedHashMap<>(16, 0.75f, true);

  QueryResults(QueryEngine engine, Workers workers, ServerCounters counters, long boundBytes) {
    this.engine = engine;
    this.workers = workers;
    this.counters = counters;
    this.cache = new RenditionCache(boundBytes);
  }

  /** The number of rows; renders them too, since whoever counts is about to fetch. */
  List<ByteBuffer> count(QueryRequest request) {
    Rendition rendition = rendition(parse(request.query()).query());
    rendition.renderAll(workers);
    return List.of(ResultEnvelope.bytes(rendition.count() + "\n"));
  }

  /** The body of a page, rendered while it is taken. */
  Iterator<ByteBuffer> page(QueryRequest request) {
    Parsed parsedQuery = parse(request.query());
    Rendition rendition = rendition(parsedQuery.query());
    long rows = Math.max(0, Math.min(request.size(), rendition.count() - request.start()));
    counters.page(rows);
    return new PageBody(
        parsedQuery.header().at(request.start()),
        rendition.page(request.start(), request.size()),
        ResultEnvelope.trailer(rows > 0));
  }

  private Rendition rendition(PathQuery query) {
    return cache.get(
        query, () -> new Rendition(engine.evaluate(query), cache.boundBytes(), counters));
  }

  private Parsed parse(String xml) {
    synchronized (parsed) {
      Parsed known = parsed.get(xml);
      if (known != null) {
        return known;
      }
    }
    PathQuery query = PathQueryReader.read(xml);
    Parsed fresh = new Parsed(query, new PageHeader(engine.model().name(), query));
    if (xml.length() <= LONGEST_REMEMBERED_TEXT) {
      remember(xml, fresh);
    }
    return fresh;
  }

  private void remember(String xml, Parsed fresh) {
    synchronized (parsed) {
      parsed.put(xml, fresh);
      if (parsed.size() > REMEMBERED_TEXTS) {
        parsed.remove(parsed.keySet().iterator().next());
      }
    }
  }

  private record Parsed(PathQuery query, PageHeader header) {}

  /** Header, rows, trailer. */
  private static final class PageBody implements Iterator<ByteBuffer> {
    private final ByteBuffer header;
    private final Iterator<ByteBuffer> rows;
    private final ByteBuffer trailer;
    private boolean begun;
    private boolean ended;

    PageBody(ByteBuffer header, Iterator<ByteBuffer> rows, ByteBuffer trailer) {
      this.header = header;
      this.rows = rows;
      this.trailer = trailer;
    }

    @Override
    public boolean hasNext() {
      return !ended;
    }

    @Override
    public ByteBuffer next() {
      if (!begun) {
        begun = true;
        return header;
      }
      ended = !rows.hasNext();
      return ended ? trailer : rows.next();
    }
  }
}
