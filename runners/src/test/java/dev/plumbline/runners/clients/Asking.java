package dev.plumbline.runners.clients;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain requests to a mine, for the answers as they came. */
final class Asking {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI root;

  Asking(URI root) {
    this.root = root;
  }

  HttpResponse<String> get(String resource) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(root + resource)).build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The results of a query in a format, from row 0. */
  HttpResponse<String> results(String query, String format, int size)
      throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("query", query);
    form.put("start", "0");
    form.put("size", Integer.toString(size));
    form.put("format", format);
    return http.send(
        HttpRequest.newBuilder(URI.create(root + "/query/results"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build(),
        BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** A form as it goes over the wire. */
  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
