package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a body is put into: a call, other line ends, a compressed file. */
class ResultDressTest {

  private static final String QUERY =
      MineClient.query("Organism.taxonId Organism.commonName", "sortOrder=\"Organism.id asc\"", "");
  private static LocalMine mine;
  private static MineClient client;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(new MineConfig(0, 42, 100));
    client = new MineClient(mine.serviceRoot());
  }

  @AfterAll
  static void stop() {
    mine.close();
  }

  @Test
  void callsBackFromJsonp() {
    String url = "/query/results?start=10&size=1&query=" + MineClient.encode(QUERY);
    String rows = timeless(client.results(QUERY, "json", "&start=10&size=1").body());
    HttpResponse<String> named = client.get(url + "&format=jsonp&callback=took");
    assertEquals("took(" + rows + ");", timeless(named.body()));
    assertEquals("application/javascript;charset=UTF-8", header(named, "Content-Type"));
    assertEquals("callback(" + rows + ");", timeless(client.get(url + "&format=jsonp").body()));
    String objects = client.get(url + "&format=jsonpobjects").body();
    assertTrue(objects.startsWith("callback({") && objects.endsWith("});"), objects);
    String posted = client.results(QUERY, "jsonp", "&start=10&size=1").body();
    assertEquals(rows, timeless(posted));
  }

  @Test
  void endsLinesAsWindowsDoesForWindows() {
    String agent = "Mozilla/5.0 (Windows NT 10.0)";
    String url = "/query/results?start=11&query=" + MineClient.encode(QUERY);
    assertEquals("38942\tchêne pédonculé\r\n", client.get(url, "User-Agent", agent).body());
    String json = client.get(url + "&format=json", "User-Agent", agent).body();
    assertTrue(json.contains("\"results\":[\r\n[38942,"), json);
    assertTrue(json.contains("\"chêne pédonculé\"]\r\n],\"executionTime\""), json);
    assertEquals("12\r\n", client.get(url + "&format=count", "User-Agent", agent).body());
    assertEquals("35\r\n", client.get("/version/ws", "User-Agent", agent).body());
  }

  @Test
  void compressesTheBodyItself() throws IOException {
    String url = "/query/results?compress=gzip&format=csv&query=" + MineClient.encode(QUERY);
    HttpResponse<String> answer = client.get(url);
    assertEquals("application/octet-stream", header(answer, "Content-Type"));
    assertEquals("attachment; filename=\"result.csv.gz\"", header(answer, "Content-Disposition"));
    assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
    for (String format : List.of("tab", "csv", "xml", "text", "count")) {
      assertEquals(
          client.results(QUERY, format, "").body(),
          gunzip(client.bytes(QUERY, format, "&compress=gzip")));
    }
    byte[] refused = client.bytes("<query", "json", "&compress=gzip");
    assertTrue(gunzip(refused).endsWith("\"statusCode\":400}"), gunzip(refused));
    try (var zip = new ZipInputStream(stream(client.bytes(QUERY, "csv", "&compress=zip")))) {
      assertEquals("result.csv", zip.getNextEntry().getName());
      assertEquals(client.results(QUERY, "csv", "").body(), utf8(zip.readAllBytes()));
    }
  }

  private static String gunzip(byte[] body) throws IOException {
    try (var in = new GZIPInputStream(stream(body))) {
      return utf8(in.readAllBytes());
    }
  }

  private static ByteArrayInputStream stream(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String timeless(String body) {
    return body.replaceFirst("\"executionTime\":\"[^\"]+\"", "\"executionTime\":\"TIME\"");
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
