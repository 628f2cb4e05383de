package dev.plumbline.runners.mine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The web service: which URL is answered by what. */
final class ServiceHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceHandler.class);
  private static final String SERVICE = "/service";
  private static final String RESULTS = "/query/results";

  /** Ours alone: what serving has cost so far; no other mine has it. */
  static final String STATS = "/plumbline/stats";

  private static final String TEXT = "text/plain;charset=UTF-8";

  private final QueryResults results;
  private final ServerCounters counters;
  private final String model;
  private final Supplier<MineStats> stats;

  ServiceHandler(
      QueryResults results, ServerCounters counters, String model, Supplier<MineStats> stats) {
    this.results = results;
    this.counters = counters;
    this.model = model;
    this.stats = stats;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    counters.request();
    Reply reply = new Reply(request, response, callback, counters);
    String path = resource(Request.getPathInContext(request));
    switch (path) {
      case "/version", "/version/ws" -> document(request, reply, TEXT, "35\n");
      case "/model", "/model/xml" ->
          document(request, reply, "application/xml;charset=UTF-8", model);
      case STATS -> document(request, reply, "application/json;charset=UTF-8", stats.get().json());
      default -> query(request, path, reply);
    }
    return true;
  }

  /** The part of the path after {@code .../service}. */
  private static String resource(String path) {
    int service = path.indexOf(SERVICE + "/");
    return service < 0 ? "" : path.substring(service + SERVICE.length());
  }

  private static void document(Request request, Reply reply, String type, String text) {
    if (request.getMethod().equals("GET")) {
      reply.plain(type, text);
    } else {
      reply.containerPage(405, "Method Not Allowed");
    }
  }

  private void query(Request request, String path, Reply reply) throws IOException {
    boolean results = path.equals(RESULTS) || path.startsWith(RESULTS + "/");
    if (!results) {
      reply.containerPage(404, "Not Found");
    } else if (!List.of("GET", "POST").contains(request.getMethod())) {
      reply.containerPage(405, "Method Not Allowed");
    } else {
      String suffix = path.substring(RESULTS.length()).replaceFirst("^/", "");
      query(request, reply, suffix);
    }
  }

  private void query(Request request, Reply reply, String suffix) throws IOException {
    ResultFormat format = ResultFormat.JSON;
    try {
      Map<String, String> parameters = RequestParameters.read(request);
      String accept = Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT)).orElse("");
      Optional<ResultFormat> asked = ResultFormat.of(suffix, parameters, accept);
      if (asked.isEmpty()) {
        reply.empty(406);
        return;
      }
      format = asked.get();
      reply.data(200, format, body(format, QueryRequest.of(parameters)));
    } catch (QueryRefused e) {
      reply.error(format, e.status(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("a query failed inside the mine", e);
      reply.error(format, 500, "Service failed. Please contact support.");
    }
  }

  private Iterator<ByteBuffer> body(ResultFormat format, QueryRequest request) {
    return switch (format) {
      case JSON -> results.page(request);
      case COUNT -> results.count(request).iterator();
    };
  }
}
