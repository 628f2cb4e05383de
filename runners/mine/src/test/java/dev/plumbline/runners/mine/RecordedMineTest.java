package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.recorded.RecordedExchange;
import dev.plumbline.runners.mine.recorded.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordedMineTest {
  private static final String FORM = "query=Q&start=%d&size=%d&format=json";
  private static final Duration SLOW = Duration.ofMillis(400);

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private byte[] zipped = {};

  @BeforeEach
  void zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("the second page".getBytes(StandardCharsets.UTF_8));
    }
    zipped = out.toByteArray();
  }

  @Test
  void servesTheBytesThatCameWithTheirEncodingAndCountsTheirRows() throws Exception {
    try (RecordedMine mine = RecordedMine.start(0, recording(), Pace.FULL)) {
      HttpResponse<byte[]> first = post(mine, FORM.formatted(0, 2));
      HttpResponse<byte[]> second = post(mine, FORM.formatted(2, 1));

      assertEquals("the first page", new String(first.body(), StandardCharsets.UTF_8));
      assertEquals("application/json", first.headers().firstValue("Content-Type").orElse(""));
      assertArrayEquals(zipped, second.body());
      assertEquals("gzip", second.headers().firstValue("Content-Encoding").orElse(""));
      assertEquals(3, mine.stats().rowsServed());
      assertEquals(0, mine.stats().firstTouchRows());
    }
  }

  @Test
  void theOrderOfParametersDoesNotMatter() throws Exception {
    try (RecordedMine mine = RecordedMine.start(0, recording(), Pace.FULL)) {
      assertEquals(200, post(mine, "format=json&size=2&start=0&query=Q").statusCode());
    }
  }

  @Test
  void saysWhichPagesThereAre() throws Exception {
    try (RecordedMine mine = RecordedMine.start(0, recording(), Pace.FULL)) {
      HttpResponse<byte[]> missing = post(mine, FORM.formatted(1, 2));

      assertEquals(404, missing.statusCode());
      String body = new String(missing.body(), StandardCharsets.UTF_8);
      assertTrue(
          body.contains("No page with start=1 and size=2 was recorded; there are 3 rows in pages"),
          body);
      assertTrue(body.contains("\"wasSuccessful\":false"), body);
    }
  }

  @Test
  void saysThatAnotherQueryWasRecorded() throws Exception {
    try (RecordedMine mine = RecordedMine.start(0, recording(), Pace.FULL)) {
      HttpResponse<byte[]> other = post(mine, "query=R&start=0&size=2&format=json");

      assertEquals(404, other.statusCode());
      assertTrue(
          new String(other.body(), StandardCharsets.UTF_8).contains("Another query was recorded"));
    }
  }

  @Test
  void atTheRecordedPaceNoAnswerEndsBeforeItDidThen() throws Exception {
    try (RecordedMine mine = RecordedMine.start(0, recording(), Pace.RECORDED)) {
      long begun = System.nanoTime();
      HttpResponse<byte[]> answer = post(mine, FORM.formatted(0, 2));
      long elapsed = System.nanoTime() - begun;

      assertEquals("the first page", new String(answer.body(), StandardCharsets.UTF_8));
      assertTrue(elapsed >= SLOW.toNanos(), () -> "ended after " + elapsed + " ns");
    }
  }

  @Test
  void manyClientsAtOnceGetTheSameBytes() throws Exception {
    try (RecordedMine mine = RecordedMine.start(0, recording(), Pace.FULL)) {
      List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        answers.add(
            http.sendAsync(request(mine, FORM.formatted(2, 1)), BodyHandlers.ofByteArray()));
      }
      for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
        assertArrayEquals(zipped, answer.get().body());
      }
    }
  }

  private Recording recording() throws IOException {
    Path bodies = Files.createDirectories(folder.resolve("bodies"));
    Path first = Files.writeString(bodies.resolve("first"), "the first page");
    Path second = Files.write(bodies.resolve("second"), zipped);
    return new Recording(
        folder,
        "http://127.0.0.1:1/m/service",
        "Gene",
        List.of("Gene.symbol"),
        List.of(),
        3,
        2,
        List.of(page(first, 0, 2, ""), page(second, 2, 1, "gzip")));
  }

  private static RecordedExchange page(Path body, int start, int size, String encoding) {
    return new RecordedExchange(
        body,
        "POST",
        "/query/results",
        Map.of("query", "Q", "start", "" + start, "size", "" + size, "format", "json"),
        "application/json",
        encoding,
        SLOW.dividedBy(4),
        SLOW);
  }

  private HttpResponse<byte[]> post(RecordedMine mine, String form) throws Exception {
    return http.send(request(mine, form), BodyHandlers.ofByteArray());
  }

  private static HttpRequest request(RecordedMine mine, String form) {
    return HttpRequest.newBuilder(URI.create(mine.serviceRoot() + "/query/results"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }
}
