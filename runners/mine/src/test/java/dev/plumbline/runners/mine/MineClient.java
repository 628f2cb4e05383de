package dev.plumbline.runners.mine;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The plainest client of a service: the JDK's. */
public final class MineClient {

  public static final String GENE_CORE =
      "Gene.primaryIdentifier Gene.secondaryIdentifier Gene.symbol Gene.name Gene.briefDescription"
          + " Gene.organism.name Gene.organism.taxonId";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;

  public MineClient(URI root) {
    this.root = root;
  }

  public static String query(String view, String attributes, String children) {
    return "<query model=\"genomic\" view=\""
        + view
        + "\" "
        + attributes
        + ">"
        + children
        + "</query>";
  }

  public static String query(String view) {
    return query(view, "", "");
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(root + path)).build());
  }

  /** With headers, each name followed by its value. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(root + path)).headers(headers).build());
  }

  /**
   * A page of a query in any format; {@code more} are further parameters, each after an ampersand.
   */
  public HttpResponse<String> results(String query, String format, String more) {
    return post("/query/results", "format=" + format + more + "&query=" + encode(query));
  }

  /** The same as bytes. */
  public byte[] bytes(String query, String format, String more) {
    String url = "/query/results?format=" + format + more + "&query=" + encode(query);
    HttpRequest request = HttpRequest.newBuilder(URI.create(root + url)).build();
    return send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
  }

  public HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(root + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  public HttpResponse<String> page(String query, String start, String size) {
    return post(
        "/query/results",
        "format=json&start=" + start + "&size=" + size + "&query=" + encode(query));
  }

  public String rows(String query, long start, long size) {
    String body = page(query, Long.toString(start), Long.toString(size)).body();
    int from = body.indexOf("\"results\":[\n") + "\"results\":[\n".length();
    int to = body.lastIndexOf("],\"executionTime\"");
    return body.substring(from, to);
  }

  public HttpResponse<String> count(String query) {
    return post("/query/results", "format=count&start=0&query=" + encode(query));
  }

  public HttpResponse<String> send(HttpRequest request) {
    return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw new IllegalStateException("asking " + request.uri().getPath(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
