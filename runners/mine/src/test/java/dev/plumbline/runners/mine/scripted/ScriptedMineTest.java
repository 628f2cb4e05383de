package dev.plumbline.runners.mine.scripted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
      assertEquals(1, mine.log().connections());
      assertEquals(1, mine.log().requests(1));
      assertEquals(1, mine.log().countRequests());
    }
  }

  @Test
  void misbehavesForAsManyAttemptsAsToldOnly() throws Exception {
    String fault = "html(status=503, attempts=2, start=0)";
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).faults(fault).start()) {
      assertEquals(200, page(mine, 2, 2).statusCode());
      assertEquals(503, page(mine, 0, 2).statusCode());
      assertEquals(503, page(mine, 0, 2).statusCode());
      assertEquals(200, page(mine, 0, 2).statusCode());
      assertEquals(3, mine.log().requests(0));
    }
  }

  @Test
  void failsInTheTrailer() throws Exception {
    String midStream = "failed-trailer(rows=1, start=0)";
    String atTheEnd = "failed-trailer(rows=2, start=2)";
    try (ScriptedMine mine =
        ScriptedMine.builder().rows(ROWS).faults(midStream).faults(atTheEnd).start()) {
      String first = page(mine, 0, 2).body();
      assertTrue(first.contains("[\n[\"a\"],\n],") && first.contains("\"wasSuccessful\":false"));
      String second = page(mine, 2, 2).body();
      assertTrue(second.contains("[\"d\"]\n],") && second.contains("\"wasSuccessful\":false"));
    }
  }

  @Test
  void cutsBodiesAndResetsConnections() {
    String cut = "cut(bytes=30, start=0)";
    String reset = "reset(start=2)";
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).faults(cut).faults(reset).start()) {
      assertThrows(IOException.class, () -> page(mine, 0, 2));
      assertThrows(IOException.class, () -> page(mine, 2, 2));
    }
  }

  @Test
  void countsWrongAndServesShortPages() throws Exception {
    String count = "wrong-count(delta=3)";
    String missing = "short-page(rows=1)";
    try (ScriptedMine mine =
        ScriptedMine.builder().rows(ROWS).faults(count).faults(missing).start()) {
      assertEquals("7\n", get(mine, "/query/results?format=count").body());
      assertTrue(page(mine, 0, 2).body().contains("[\n[\"a\"]\n],"));
    }
  }

  @Test
  void seesHowManyRequestsRunAtOnce() {
    String delay = "latency(by=300ms)";
    try (ScriptedMine mine = ScriptedMine.builder().rows(ROWS).faults(delay).start()) {
      List<CompletableFuture<HttpResponse<String>>> pages =
          IntStream.range(0, 4).mapToObj(i -> http.sendAsync(request(mine, i, 1), body())).toList();
      pages.forEach(CompletableFuture::join);
      assertEquals(4, mine.log().mostConcurrent());
      assertEquals(4, mine.log().connections());
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
