package dev.plumbline.runners.mine.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScriptedMineTest {

  private static final List<String> ROWS = List.of("[\"a\"]", "[\"b\"]", "[\"c\"]", "[\"d\"]");
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void servesPagesOverOneConnection() throws Exception {
    try (ScriptedMine mine = ScriptedMine.builder().model("<model/>").rows(ROWS).start()) {
      assertEquals("35\n", get(mine, "/version/ws").body());
      assertEquals("<model/>", get(mine, "/model").body());
      assertEquals("4\n", get(mine, "/query/results?format=count").body());
      assertTrue(page(mine, 1, 2).body().contains("\"results\":[\n[\"b\"],\n[\"c\"]\n],"));
      assertTrue(page(mine, 4, 2).body().contains("\"results\":[\n],"));
      assertEquals(1, mine.connections());
      assertEquals(1, mine.requests(1));
      assertEquals(1, mine.countRequests());
    }
  }

  @Test
  void misbehavesForAsManyAttemptsAsToldOnly() throws Exception {
    Fault fault = new Fault.HtmlPage(503, When.first(2, 0));
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).fault(fault).start()) {
      assertEquals(200, page(mine, 2, 2).statusCode());
      assertEquals(503, page(mine, 0, 2).statusCode());
      assertEquals(503, page(mine, 0, 2).statusCode());
      assertEquals(200, page(mine, 0, 2).statusCode());
      assertEquals(3, mine.requests(0));
    }
  }

  @Test
  void failsInTheTrailer() throws Exception {
    Fault midStream = new Fault.FailedTrailer(1, When.always(0));
    Fault atTheEnd = new Fault.FailedTrailer(2, When.always(2));
    try (ScriptedMine mine =
        ScriptedMine.builder().rows(ROWS).fault(midStream).fault(atTheEnd).start()) {
      String first = page(mine, 0, 2).body();
      assertTrue(first.contains("[\n[\"a\"],\n],") && first.contains("\"wasSuccessful\":false"));
      String second = page(mine, 2, 2).body();
      assertTrue(second.contains("[\"d\"]\n],") && second.contains("\"wasSuccessful\":false"));
    }
  }

  @Test
  void cutsBodiesAndResetsConnections() {
    Fault cut = new Fault.CutBody(30, When.always(0));
    Fault reset = new Fault.Reset(When.always(2));
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).fault(cut).fault(reset).start()) {
      assertThrows(IOException.class, () -> page(mine, 0, 2));
      assertThrows(IOException.class, () -> page(mine, 2, 2));
    }
  }

  @Test
  void countsWrongAndServesShortPages() throws Exception {
    Fault count = new Fault.WrongCount(3, When.always());
    Fault missing = new Fault.ShortPage(1, When.always());
    try (ScriptedMine mine =
        ScriptedMine.builder().rows(ROWS).fault(count).fault(missing).start()) {
      assertEquals("7\n", get(mine, "/query/results?format=count").body());
      assertTrue(page(mine, 0, 2).body().contains("[\n[\"a\"]\n],"));
    }
  }

  @Test
  void seesHowManyRequestsRunAtOnce() {
    Fault delay = new Fault.Delay(Duration.ofMillis(300), When.always());
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).fault(delay).start()) {
      List<CompletableFuture<HttpResponse<String>>> pages =
          IntStream.range(0, 4).mapToObj(i -> http.sendAsync(request(mine, i, 1), body())).toList();
      pages.forEach(CompletableFuture::join);
      assertEquals(4, mine.maxConcurrent());
      assertEquals(4, mine.connections());
    }
  }

  private HttpResponse<String> page(ScriptedMine mine, int start, int size) throws Exception {
    return http.send(request(mine, start, size), body());
  }

  private static HttpRequest request(ScriptedMine mine, int start, int size) {
    return HttpRequest.newBuilder(URI.create(mine.serviceRoot() + "/query/results"))
        .POST(
            HttpRequest.BodyPublishers.ofString(
                "format=json&query=x&start=" + start + "&size=" + size))
        .build();
  }

  private static HttpResponse.BodyHandler<String> body() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private HttpResponse<String> get(ScriptedMine mine, String path) throws Exception {
    return http.send(HttpRequest.newBuilder(URI.create(mine.serviceRoot() + path)).build(), body());
  }
}
