package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.format.ResultEnvelope;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.service.BodyWriter;
import dev.plumbline.runners.mine.service.MineStats;
import dev.plumbline.runners.mine.service.RequestParameters;
import dev.plumbline.runners.mine.service.ServerCounters;
import dev.plumbline.runners.mine.service.ServiceHandler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests from a recording. */
final class RecordedHandler extends Handler.Abstract {

  private static final String JSON = "application/json;charset=UTF-8";

  private final RecordedAnswers answers;
  private final Pace pace;
  private final ServerCounters counters;
  private final Supplier<MineStats> stats;

  RecordedHandler(
      RecordedAnswers answers, Pace pace, ServerCounters counters, Supplier<MineStats> stats) {
    this.answers = answers;
    this.pace = pace;
    this.counters = counters;
    this.stats = stats;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    counters.request();
    String path = resource(Request.getPathInContext(request).replaceAll("/+", "/"));
    if (path.equals(ServiceHandler.STATS)) {
      text(response, callback, 200, stats.get().json());
      return true;
    }
    Map<String, String> parameters;
    try {
      parameters = RequestParameters.read(request);
    } catch (QueryRefused e) {
      text(response, callback, e.status(), String.valueOf(e.getMessage()));
      return true;
    }
    Optional<RecordedAnswers.Answer> answer = answers.find(request.getMethod(), path, parameters);
    if (answer.isPresent()) {
      send(answer.get(), request, response, callback);
    } else {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
      response.setStatus(404);
      body(response, callback, ResultEnvelope.jsonError(404, answers.absence(parameters)));
    }
    return true;
  }

  private static String resource(String path) {
    return path.startsWith(MineFront.SERVICE_ROOT)
        ? path.substring(MineFront.SERVICE_ROOT.length())
        : "";
  }

  private void send(
      RecordedAnswers.Answer answer, Request request, Response response, Callback callback) {
    answer.exchange().rows().ifPresent(counters::page);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.exchange().contentType());
    if (!answer.exchange().contentEncoding().isEmpty()) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, answer.exchange().contentEncoding());
    }
    switch (pace) {
      case FULL -> body(response, callback, answer.bytes());
      case RECORDED -> {
        counters.sent(answer.bytes().remaining());
        new PacedBody(
                answer,
                response,
                request.getComponents().getScheduler(),
                System.nanoTime(),
                callback)
            .iterate();
      }
    }
  }

  private void text(Response response, Callback callback, int status, String text) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
    response.setStatus(status);
    body(response, callback, ResultEnvelope.bytes(text));
  }

  private void body(Response response, Callback callback, ByteBuffer bytes) {
    new BodyWriter(response, List.of(bytes).iterator(), counters, callback).iterate();
  }
}
