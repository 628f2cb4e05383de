package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ReplyForm;
import java.nio.ByteBuffer;
import java.util.Iterator;

/** The endpoints that evaluate queries. */
final class QueryEndpoints {

  private final QueryAnswers answers;
  private final PathValues pathValues;
  private final TemplateCatalog templates;

  QueryEndpoints(QueryResults results, TemplateCatalog templates) {
    this.answers = new QueryAnswers(results);
    this.pathValues = new PathValues(results);
    this.templates = templates;
  }

  Iterator<ByteBuffer> results(ServiceRequest request, ReplyForm form) {
    return answers.answer(QueryRequest.of(request), request, form);
  }

  Iterator<ByteBuffer> templateResults(ServiceRequest request, ReplyForm form) {
    return answers.answer(QueryRequest.of(templates.query(request), request), request, form);
  }

  Iterator<ByteBuffer> pathValues(ServiceRequest request, ReplyForm form) {
    return form.document(pathValues.json(request, form.count()));
  }
}
