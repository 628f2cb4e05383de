package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.DelimitedRows;
import dev.plumbline.runners.mine.format.GuardedBody;
import dev.plumbline.runners.mine.format.JsonCellRows;
import dev.plumbline.runners.mine.format.JsonCount;
import dev.plumbline.runners.mine.format.JsonObjectRows;
import dev.plumbline.runners.mine.format.ReplyForm;
import dev.plumbline.runners.mine.format.ResultRows;
import dev.plumbline.runners.mine.format.RowBody;
import dev.plumbline.runners.mine.format.RowWriter;
import dev.plumbline.runners.mine.format.XmlRows;
import dev.plumbline.runners.mine.query.parse.PathQuery;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bodies for requests for rows, in all formats. */
final class QueryAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(QueryAnswers.class);
  private static final Set<String> NO_HEADERS = Set.of("", "0", "false", "none");

  private final QueryResults results;

  QueryAnswers(QueryResults results) {
    this.results = results;
  }

  /**
   * The body that answers a request.
   *
   * @throws QueryRefused if the query cannot be answered; nothing has been written then
   */
  Iterator<ByteBuffer> answer(QueryRequest query, ServiceRequest request, ReplyForm form) {
    if (form.count()) {
      return form.dress(count(query, form));
    }
    String summaryPath = request.parameter("summaryPath");
    if (!summaryPath.isBlank()) {
      Summary summary =
          Summary.of(results, query, summaryPath.strip(), request.parameter("filterTerm"));
      return form.dress(summary(summary, query, request, form));
    }
    Iterator<ByteBuffer> rows =
        switch (form.format()) {
          case JSON -> results.page(query);
          case OBJECTS -> objects(query);
          case ROWS -> cells(query);
          case TSV, CSV, TEXT, XML -> flat(query, request, form);
        };
    return form.dress(new GuardedBody(rows, form, QueryAnswers::log));
  }

  private static void log(RuntimeException failure) {
    LOG.error("a page failed while it was written", failure);
  }

  private Iterator<ByteBuffer> count(QueryRequest query, ReplyForm form) {
    RowWriter writer = form.format().isJson() ? new JsonCount() : flatWriter(List.of(), form);
    return new RowBody(ResultRows.single(results.count(query)), 0, 1, writer);
  }

  private Iterator<ByteBuffer> summary(
      Summary summary, QueryRequest query, ServiceRequest request, ReplyForm form) {
    RowWriter writer =
        form.format().isJson()
            ? summary.jsonWriter(query.start(), form.format())
            : flatWriter(headers(request, summary.columns(), summary.columns()), form);
    return new RowBody(summary.rows(), query.start(), query.size(), writer);
  }

  private Iterator<ByteBuffer> flat(QueryRequest query, ServiceRequest request, ReplyForm form) {
    PathQuery parsed = results.parse(query.query()).query();
    List<String> headers = headers(request, parsed.view(), PageHeader.friendly(parsed.view()));
    return results.page(new RawRows(results.rows(parsed)), query, flatWriter(headers, form));
  }

  private static List<String> headers(
      ServiceRequest request, List<String> paths, List<String> friendly) {
    String wanted = request.parameter("columnheaders").toLowerCase(Locale.ROOT);
    if (NO_HEADERS.contains(wanted)) {
      return List.of();
    }
    return wanted.equals("path") ? paths : friendly;
  }

  private static RowWriter flatWriter(List<String> headers, ReplyForm form) {
    return switch (form.format()) {
      case CSV -> DelimitedRows.csv(headers, form.lineEnd());
      case TSV -> DelimitedRows.tsv(headers, form.lineEnd());
      case TEXT -> DelimitedRows.text(form.lineEnd());
      case XML -> new XmlRows(form.lineEnd());
      case JSON, OBJECTS, ROWS ->
          throw new IllegalStateException("not a flat format: " + form.format());
    };
  }

  private Iterator<ByteBuffer> cells(QueryRequest query) {
    PathQuery parsed = results.parse(query.query()).query();
    ObjectQuery objects = ObjectQuery.ofCells(parsed, results.model());
    ResultRows rows = rows(parsed, objects);
    return results.page(rows, query, new JsonCellRows(header(objects, query), objects.cells()));
  }

  private Iterator<ByteBuffer> objects(QueryRequest query) {
    PathQuery parsed = results.parse(query.query()).query();
    ObjectQuery objects = ObjectQuery.ofObjects(parsed, results.model());
    ResultRows rows = rows(parsed, objects);
    return results.page(
        rows, query, new JsonObjectRows(header(objects, query), objects.root(), objects.objects()));
  }

  /** What is wrong with a query is told of the query as it was asked, without the ids. */
  private ResultRows rows(PathQuery asked, ObjectQuery objects) {
    try {
      return new RawRows(results.rows(objects.evaluated()));
    } catch (QueryRefused e) {
      results.rows(asked);
      throw e;
    }
  }

  private String header(ObjectQuery objects, QueryRequest query) {
    return new PageHeader(results.model().name(), objects.shown()).textAt(query.start());
  }
}
