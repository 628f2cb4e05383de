package dev.plumbline.transforms.mine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Speaks to one mine over HTTP. Thread-safe; connections are kept and reused. Asks each thing once:
 * who wants to ask again wraps a {@link RetryPolicy} around it. Every error is a {@link
 * MineException} that names the address without its query; bodies and queries never appear in one.
 */
public final class MineClient implements AutoCloseable {
  private static final String USER_AGENT = "Plumbline/0.1";
  private static final String GZIP = "gzip";

  private final ServiceRoot root;
  private final Limits limits;
  private final Recorder recorder;
  private final OkHttpClient http;

  /** A client whose answers nobody records. */
  public MineClient(ServiceRoot root, Limits limits, int connections) {
    this(root, limits, Recorder.none(), connections);
  }

  /**
   * A client that keeps open as many connections as may be used at once.
   *
   * @param recorder is told the version, model and counts that were taken for good
   * @param connections the number of requests that will be under way at once
   */
  public MineClient(ServiceRoot root, Limits limits, Recorder recorder, int connections) {
    this.root = root;
    this.limits = limits;
    this.recorder = recorder;
    this.http =
        new OkHttpClient.Builder()
            .connectionSpecs(connections(root))
            .connectTimeout(limits.connect())
            .readTimeout(limits.read())
            .writeTimeout(limits.read())
            .callTimeout(limits.call())
            .connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .addNetworkInterceptor(chain -> RetryAfter.hide(chain.proceed(chain.request())))
            .build();
  }

  /** To a mine without TLS none is set up: it is many classes. */
  private static List<ConnectionSpec> connections(ServiceRoot root) {
    return root.url().startsWith("https:")
        ? List.of(ConnectionSpec.MODERN_TLS)
        : List.of(ConnectionSpec.CLEARTEXT);
  }

  /** The mine's web-service version, such as 35. */
  public int version() {
    MineAnswer answer = ask(MineRequest.get("/version/ws"), limits.shortBytes());
    try {
      int version = Integer.parseInt(text(answer));
      recorder.keep(answer);
      return version;
    } catch (NumberFormatException e) {
      throw MineException.lasting(
          root + "/version/ws answered no whole number; is this an InterMine web service?", e);
    }
  }

  /** The mine's data model. */
  public MineModel model() {
    MineAnswer answer = ask(MineRequest.get("/model"), limits.modelBytes());
    MineModel model = ModelXml.parse(root, answer.bytes());
    recorder.keep(answer);
    return model;
  }

  /** How many rows the query has. */
  public long count(PathQuery query) {
    MineAnswer answer = ask(MineRequest.count(query), limits.shortBytes());
    try {
      long count = Long.parseLong(text(answer));
      if (count >= 0) {
        recorder.keep(answer);
        return count;
      }
    } catch (NumberFormatException e) {
      throw MineException.lasting(root + MineRequest.RESULTS + " answered no number to a count", e);
    }
    throw MineException.lasting(root + MineRequest.RESULTS + " answered a negative count", null);
  }

  /**
   * The body of one page, whole as the connection tells it, not yet looked into. Who has looked and
   * takes it for good tells the recorder.
   *
   * @param start the first row, counted from 0
   * @param size how many rows at the most
   */
  public MineAnswer page(PathQuery query, long start, int size) {
    return ask(MineRequest.page(query, start, size), limits.pageBytes());
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private static String text(MineAnswer answer) {
    return new String(answer.bytes(), StandardCharsets.UTF_8).strip();
  }

  /** Asks once; the whole of it, from the connection's opening on, within the limit for a call. */
  private MineAnswer ask(MineRequest request, int limit) {
    String where = root + request.path();
    BoundedBody bounded = new BoundedBody(limit, limits.expansion(), where);
    long begun = System.nanoTime();
    try (Response response = http.newCall(wire(request)).execute()) {
      long head = System.nanoTime();
      byte[] raw = raw(bounded, response, request);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - begun);
      String encoding = encoding(response, where);
      byte[] bytes = encoding.isEmpty() ? raw : bounded.unzip(raw);
      AnswerStatus.check(response, bytes, where);
      return new MineAnswer(
          request,
          response.header("Content-Type", ""),
          encoding,
          raw,
          bytes,
          Duration.ofNanos(head - begun),
          elapsed);
    } catch (IOException e) {
      throw MineException.passing(
          "%s: %s (%s)".formatted(where, reason(e), e.getClass().getSimpleName()), e);
    }
  }

  /** Lines are rows only where a page came as it is. */
  private byte[] raw(BoundedBody bounded, Response response, MineRequest request) {
    try {
      return bounded.read(response.body().source());
    } catch (BodyBroken e) {
      boolean page = request.parameters().containsKey("size");
      String place = e.place(page && response.header("Content-Encoding") == null);
      throw MineException.passing(
          "%s: the answer broke off %s: %s".formatted(root + request.path(), place, reason(e)), e);
    }
  }

  private Request wire(MineRequest request) {
    Request.Builder wire =
        new Request.Builder()
            .url(root.url() + request.path())
            .header("User-Agent", USER_AGENT)
            .header("Accept-Encoding", GZIP);
    if (request.method().equals("GET")) {
      return wire.build();
    }
    FormBody.Builder form = new FormBody.Builder();
    request.parameters().forEach(form::add);
    return wire.header("Accept", "application/json, text/plain, */*").post(form.build()).build();
  }

  private static String encoding(Response response, String where) {
    String encoding = response.header("Content-Encoding", "").strip().toLowerCase(Locale.ROOT);
    return switch (encoding) {
      case "", "identity" -> "";
      case GZIP, "x-gzip" -> GZIP;
      default ->
          throw MineException.lasting(
              "%s answered with Content-Encoding '%s', expected gzip or none"
                  .formatted(where, encoding),
              null);
    };
  }

  /** A time limit shows in several ways, by where it struck; it is one reason. */
  private static String reason(IOException e) {
    if (e instanceof InterruptedIOException || e.getCause() instanceof InterruptedIOException) {
      return "timeout";
    }
    String message = e.getMessage();
    return message == null ? "the connection failed" : message;
  }
}
