package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.FramedBody;
import dev.plumbline.runners.mine.format.ResultEnvelope;
import dev.plumbline.runners.mine.format.ResultRows;
import dev.plumbline.runners.mine.format.RowBody;
import dev.plumbline.runners.mine.format.RowWriter;
import dev.plumbline.runners.mine.model.MineModel;
import dev.plumbline.runners.mine.model.MineModel.PathUnknown;
import dev.plumbline.runners.mine.model.ModelClass;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.PathQueryReader;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.MineList;
import dev.plumbline.runners.mine.query.run.QueryEngine;
import dev.plumbline.runners.mine.query.run.SelectedRows;
import dev.plumbline.runners.mine.query.run.Workers;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers queries with counts and pages. */
public final class QueryResults {

  private static final int REMEMBERED_TEXTS = 256;
  private static final int LONGEST_REMEMBERED_TEXT = 16_384;

  private final QueryEngine engine;
  private final Workers workers;
  private final ServerCounters counters;
  private final RenditionCache cache;
  private final long ahead;
  private final Map<String, Parsed> parsed = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Answers of an engine.
   *
   * @param boundBytes the memory for what is rendered
   * @param ahead how many rows of a result are rendered when they are counted
   */
  public QueryResults(
      QueryEngine engine, Workers workers, ServerCounters counters, long boundBytes, long ahead) {
    this.engine = engine;
    this.workers = workers;
    this.counters = counters;
    this.cache = new RenditionCache(boundBytes);
    this.ahead = ahead;
  }

  public MineModel model() {
    return engine.model();
  }

  /** The lists that queries can name. */
  public List<MineList> lists() {
    return engine.lists().all();
  }

  /** Whether the mine's model has a path to an attribute. */
  public boolean knows(String path) {
    int dot = path.lastIndexOf('.');
    try {
      ModelClass type = model().typeAt(path.substring(0, dot), Map.of());
      return model().field(type, path.substring(dot + 1)).isPresent();
    } catch (PathUnknown e) {
      return false;
    }
  }

  /** The number of rows; renders the first of them too: whoever counts is about to fetch. */
  public long count(QueryRequest request) {
    Rendition rendition = rendition(parse(request.query()).query());
    rendition.renderAhead(workers, ahead);
    return rendition.count();
  }

  /** The body of a JSON page, rendered while it is taken, or long before. */
  public Iterator<ByteBuffer> page(QueryRequest request) {
    Parsed parsedQuery = parse(request.query());
    Rendition rendition = rendition(parsedQuery.query());
    long rows = Math.max(0, Math.min(request.size(), rendition.count() - request.start()));
    counters.page(rows);
    return new FramedBody(
        parsedQuery.header().at(request.start()),
        rendition.page(request.start(), request.size()),
        ResultEnvelope.trailer(rows > 0));
  }

  /** The body of a page in any other format, rendered while it is taken. */
  public Iterator<ByteBuffer> page(ResultRows rows, QueryRequest request, RowWriter writer) {
    RowBody body = new RowBody(rows, request.start(), request.size(), writer);
    counters.page(body.rows());
    return new MeteredBody(body, counters);
  }

  /** The rows of a query, evaluated once for all formats. */
  public SelectedRows rows(PathQuery query) {
    return rendition(query).rows();
  }

  private Rendition rendition(PathQuery query) {
    return cache.get(
        query, () -> new Rendition(engine.evaluate(query), cache.boundBytes(), counters));
  }

  /** How many objects of a class there are; 0 if the mine holds no data for it. */
  public long objects(String className) {
    String ids = "<query model=\"\" view=\"" + className + ".id\"/>";
    try {
      return engine.evaluate(PathQueryReader.read(ids)).count();
    } catch (QueryRefused e) {
      return 0;
    }
  }

  /** A query with the header of its JSON pages. */
  public Parsed parse(String xml) {
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

  public record Parsed(PathQuery query, PageHeader header) {}
}
