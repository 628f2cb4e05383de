package dev.plumbline.runners.mine.service;

import dev.plumbline.runners.mine.format.ReplyForm;
import dev.plumbline.runners.mine.query.parse.QueryRefused;
import dev.plumbline.runners.mine.query.plan.MineList;
import dev.plumbline.runners.mine.service.Endpoints.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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

/** The web service: which URL is answered by what, to whom, and how errors are told. */
public final class ServiceHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceHandler.class);
  private static final String SERVICE = "/service";
  private static final int FIRST_LIST_ID = 9_000_001;
  private static final String JSON = "application/json;charset=UTF-8";

  /** Ours alone: what serving has cost so far; no other mine has it. */
  public static final String STATS = "/plumbline/stats";

  private final ServerCounters counters;
  private final Supplier<MineStats> stats;
  private final Tokens tokens = new Tokens();
  private final Endpoints endpoints;

  public ServiceHandler(
      QueryResults results, ServerCounters counters, String model, Supplier<MineStats> stats) {
    this.counters = counters;
    this.stats = stats;
    TemplateCatalog templates = new TemplateCatalog(results.model().name(), results::knows);
    this.endpoints =
        new Endpoints(
            new QueryEndpoints(results, templates),
            new Documents(model, results, templates),
            new Accounts(tokens, () -> lists(results)));
  }

  private static ListCatalog lists(QueryResults results) {
    List<ListRecord> records = new ArrayList<>();
    for (MineList list : results.lists()) {
      int id = FIRST_LIST_ID + records.size();
      records.add(
          new ListRecord(id, list.name(), list.className(), list.description(), list.size()));
    }
    return new ListCatalog(records);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    counters.request();
    Reply reply = new Reply(request, response, callback, counters);
    try {
      answer(request, reply);
    } catch (IOException | RuntimeException e) {
      reply.abandon();
      throw e;
    }
    return true;
  }

  private void answer(Request request, Reply reply) throws IOException {
    String path = resource(Request.getPathInContext(request).replaceAll("/+", "/"));
    if (Robots.include(header(request, HttpHeader.USER_AGENT))) {
      reply.containerPage(403, "Forbidden");
    } else if (path.equals(STATS)) {
      reply.plain(JSON, stats.get().json());
    } else {
      route(request, path, reply);
    }
  }

  /** The part of the path after {@code .../service}. */
  private static String resource(String path) {
    int service = path.indexOf(SERVICE + "/");
    return service < 0 ? "" : path.substring(service + SERVICE.length());
  }

  private void route(Request request, String path, Reply reply) throws IOException {
    Optional<Place> place = endpoints.at(path);
    if (place.isEmpty()) {
      reply.containerPage(404, "Not Found");
      return;
    }
    try {
      ServiceRequest asked = read(request, place.get().suffix());
      Optional<Endpoint> endpoint = place.get().answering(asked.verb());
      if (endpoint.isPresent()) {
        answer(endpoint.get(), asked, reply);
      } else {
        reply.containerPage(405, "Method Not Allowed");
      }
    } catch (QueryRefused e) {
      reply.unreadable(e.status(), message(e));
    }
  }

  private static ServiceRequest read(Request request, String suffix) throws IOException {
    Map<String, List<String>> parameters = RequestParameters.readAll(request);
    return new ServiceRequest(
        request.getMethod(),
        suffix,
        parameters,
        header(request, HttpHeader.ACCEPT),
        header(request, HttpHeader.USER_AGENT),
        header(request, HttpHeader.AUTHORIZATION));
  }

  private void answer(Endpoint endpoint, ServiceRequest request, Reply reply) {
    Optional<ReplyForm> form = request.form(endpoint.formats(), endpoint.fileName());
    if (form.isEmpty()) {
      reply.empty(406);
    } else {
      answer(endpoint, request, form.get(), reply);
    }
  }

  private void answer(Endpoint endpoint, ServiceRequest request, ReplyForm form, Reply reply) {
    Iterator<ByteBuffer> body;
    int status = 200;
    try {
      tokens.authenticate(request);
      body = endpoint.answer().to(request, form);
    } catch (QueryRefused e) {
      status = e.status();
      body = form.error(endpoint.rows(), status, message(e));
    } catch (ServiceRefused e) {
      status = e.status();
      body = form.error(endpoint.rows(), status, message(e));
    } catch (RuntimeException e) {
      LOG.error("a request failed inside the mine", e);
      status = 500;
      body = form.error(endpoint.rows(), status, ReplyForm.FAILED);
    }
    reply.data(form.status(status), form, body);
  }

  private static String message(RuntimeException refusal) {
    return String.valueOf(refusal.getMessage());
  }

  private static String header(Request request, HttpHeader name) {
    return Optional.ofNullable(request.getHeaders().get(name)).orElse("");
  }
}
