package dev.plumbline.transforms.mine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
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

  private final ServiceRoot root;
  private final Limits limits;
  private final OkHttpClient http;

  /**
   * A client that keeps open as many connections as may be used at once.
   *
   * @param connections the number of requests that will be under way at once
   */
  public MineClient(ServiceRoot root, Limits limits, int connections) {
    this.root = root;
    this.limits = limits;
    this.http =
        new OkHttpClient.Builder()
            .connectTimeout(limits.connect())
            .readTimeout(limits.read())
            .writeTimeout(limits.read())
            .connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .followSslRedirects(false)
            .eventListener(new TransportBytes())
            .build();
  }

  /** The mine's web-service version, such as 35. */
  public int version() {
    String text = text(get("/version/ws"), limits.shortBytes());
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw MineException.lasting(
          root + "/version/ws answered no whole number; is this an InterMine web service?", e);
    }
  }

  /** The mine's data model. */
  public MineModel model() {
    return ModelXml.parse(root, body(get("/model"), limits.modelBytes()).bytes());
  }

  /** How many rows the query has. */
  public long count(PathQuery query) {
    FormBody form =
        new FormBody.Builder()
            .add("query", query.xml())
            .add("start", "0")
            .add("format", "count")
            .build();
    String text = text(post(form), limits.shortBytes());
    try {
      long count = Long.parseLong(text);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw MineException.lasting(root + "/query/results answered no number to a count", e);
    }
    throw MineException.lasting(root + "/query/results answered a negative count", null);
  }

  /**
   * The body of one page, whole as the connection tells it, not yet looked into.
   *
   * @param start the first row, counted from 0
   * @param size how many rows at the most
   */
  public MineBody page(PathQuery query, long start, int size) {
    FormBody form =
        new FormBody.Builder()
            .add("query", query.xml())
            .add("start", Long.toString(start))
            .add("size", Integer.toString(size))
            .add("format", "json")
            .build();
    return body(post(form), limits.pageBytes());
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private Request get(String path) {
    return request(path).build();
  }

  private Request post(FormBody form) {
    return request("/query/results")
        .header("Accept", "application/json, text/plain, */*")
        .post(form)
        .build();
  }

  private Request.Builder request(String path) {
    return TransportBytes.count(
        new Request.Builder().url(root.url() + path).header("User-Agent", USER_AGENT));
  }

  private String text(Request request, int limit) {
    return new String(body(request, limit).bytes(), StandardCharsets.UTF_8).strip();
  }

  private MineBody body(Request request, int limit) {
    String where = request.url().newBuilder().query(null).build().toString();
    try (Response response = http.newCall(request).execute()) {
      byte[] bytes = BoundedBody.read(response.body().source(), limit, where);
      checkStatus(response, bytes, where);
      return new MineBody(bytes, TransportBytes.of(request));
    } catch (IOException e) {
      throw MineException.passing(
          "%s: %s (%s)".formatted(where, reason(e), e.getClass().getSimpleName()), e);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? "the connection failed" : message;
  }

  private static void checkStatus(Response response, byte[] body, String where) {
    int status = response.code();
    boolean html = looksLikeHtml(response, body);
    if (status == 200 && !html) {
      return;
    }
    String found =
        "%s answered status %d%s".formatted(where, status, html ? " with an HTML page" : "");
    String message = found + ServiceError.in(body).map(e -> ": " + e).orElse("");
    if (status == 200 || status >= 500) {
      throw MineException.passing(message, null);
    }
    throw MineException.lasting(message, null);
  }

  private static boolean looksLikeHtml(Response response, byte[] body) {
    String type = String.valueOf(response.header("Content-Type")).toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html")) {
      return true;
    }
    String head =
        new String(body, 0, Math.min(body.length, 64), StandardCharsets.ISO_8859_1).strip();
    return head.regionMatches(true, 0, "<!doctype html", 0, 14)
        || head.regionMatches(true, 0, "<html", 0, 5);
  }
}
