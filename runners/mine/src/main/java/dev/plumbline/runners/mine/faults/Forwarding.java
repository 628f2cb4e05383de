package dev.plumbline.runners.mine.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a server that behaves. */
public final class Forwarding implements Backend {

  private static final List<String> PASSED_ON =
      List.of("accept", "accept-encoding", "authorization", "user-agent", "origin");
  private static final Set<String> FRAMING =
      Set.of("transfer-encoding", "content-length", "connection", "date");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final URI server;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** To a server on this machine, {@code http://127.0.0.1:PORT}. */
  public Forwarding(URI server) {
    this.server = server;
  }

  @Override
  public Answer answer(RawRequest request) throws IOException {
    try {
      HttpResponse<byte[]> answer = http.send(forwarded(request), BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
                  headers.put(name, values.get(0));
                }
              });
      return new Answer(answer.statusCode(), headers, answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the mine was asked", e);
    }
  }

  private HttpRequest forwarded(RawRequest request) {
    String form =
        request.parameters().entrySet().stream()
            .map(p -> encoded(p.getKey()) + "=" + encoded(p.getValue()))
            .collect(Collectors.joining("&"));
    boolean post = request.method().equals("POST");
    String query = post || form.isEmpty() ? "" : "?" + form;
    HttpRequest.Builder forwarded =
        HttpRequest.newBuilder(server.resolve(request.path() + query)).timeout(PATIENCE);
    PASSED_ON.stream()
        .filter(request.headers()::containsKey)
        .forEach(name -> forwarded.header(name, request.headers().getOrDefault(name, "")));
    if (post) {
      forwarded.header("Content-Type", "application/x-www-form-urlencoded");
    }
    return forwarded
        .method(request.method(), post ? BodyPublishers.ofString(form) : BodyPublishers.noBody())
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
