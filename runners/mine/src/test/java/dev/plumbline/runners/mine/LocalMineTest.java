package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.model.ModelReader;
import dev.plumbline.runners.mine.service.MineStats;
import dev.plumbline.runners.mine.service.RequestParameters;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalMineTest {

  private static final long ROWS = 10_000;
  private static final String CORE = MineClient.query(MineClient.GENE_CORE);
  private static LocalMine mine;
  private static MineClient client;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(new MineConfig(0, 42, ROWS));
    client = new MineClient(mine.serviceRoot());
  }

  @AfterAll
  static void stop() {
    mine.close();
  }

  @Test
  void tellsItsVersionAndModel() {
    assertEquals("35\n", client.get("/version/ws").body());
    assertEquals("35\n", client.get("/version").body());
    assertEquals(ModelReader.text(), client.get("/model").body());
    assertEquals(
        "application/xml;charset=UTF-8",
        client.get("/model/xml").headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void writesThePageAsTheServiceDoes() {
    HttpResponse<String> page =
        client.page(MineClient.query("Gene.id Gene.organism.name Gene.id"), "1", "2");
    String[] lines = page.body().split("\n", -1);
    assertEquals(
        "{\"modelName\":\"genomic\",\"columnHeaders\":[\"Gene > Id\",\"Gene > Organism > Name\","
            + "\"Gene > Id\"],\"rootClass\":\"Gene\",\"start\":1,"
            + "\"views\":[\"Gene.id\",\"Gene.organism.name\",\"Gene.id\"],\"results\":[",
        lines[0]);
    assertTrue(lines[1].matches("\\[1000002,\"[^\"]+\",1000002],"), lines[1]);
    assertTrue(lines[2].matches("\\[1000003,\"[^\"]+\",1000003]"), lines[2]);
    assertTrue(
        lines[3].matches(
            "],\"executionTime\":\"\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d::\\d\\d\","
                + "\"wasSuccessful\":true,\"error\":null,\"statusCode\":200}"),
        lines[3]);
    assertEquals(4, lines.length);
  }

  @Test
  void sendsTheHeadersOfData() {
    HttpResponse<String> page = client.page(CORE, "0", "1");
    assertEquals("application/json;charset=UTF-8", header(page, "Content-Type"));
    assertEquals("attachment; filename=\"result.json\"", header(page, "Content-Disposition"));
    assertEquals("no-cache", header(page, "Pragma"));
    assertEquals("must-revalidate, max-age=0", header(page, "Cache-Control"));
    assertEquals("chunked", header(page, "Transfer-Encoding"));
    assertTrue(page.headers().firstValue("Content-Length").isEmpty());
    assertEquals("chunked", header(client.count(CORE), "Transfer-Encoding"));
  }

  @Test
  void putsTheTrailerRightAfterTheHeaderWhenThereAreNoRows() {
    String body = client.page(CORE, Long.toString(ROWS), "5").body();
    assertTrue(body.contains("\"results\":[\n],\"executionTime\""), body);
    assertTrue(body.endsWith("\"statusCode\":200}"), body);
  }

  @Test
  void countsAllRows() {
    assertEquals(ROWS + "\n", client.count(CORE).body());
    assertEquals(
        "3\n",
        client
            .count(
                MineClient.query(
                    "Gene.id", "", "<constraint path=\"Gene.id\" op=\"&lt;\" value=\"1000004\"/>"))
            .body());
  }

  @Test
  void servesEveryRowOnceWhateverThePageSize() {
    String whole = client.rows(CORE, 0, ROWS);
    assertEquals(ROWS, whole.lines().count());
    List<String> pages = new ArrayList<>();
    for (long start = 0; start < ROWS; start += 777) {
      pages.add(client.rows(CORE, start, 777).stripTrailing());
    }
    assertEquals(whole.stripTrailing(), String.join(",\n", pages));
  }

  @Test
  void servesWhatTheDataSelect() {
    String view =
        MineClient.GENE_CORE
            + " Gene.id Gene.description Gene.score Gene.length Gene.curated Gene.readCount"
            + " Gene.lastUpdated Gene.gcFraction";
    String query = MineClient.query(view, "sortOrder=\"Gene.primaryIdentifier asc\"", "");
    List<List<Object>> expected = MineDataTest.rows(MineData.of(42, ROWS), query);
    List<String> lines = client.rows(query, 0, ROWS).lines().toList();
    assertEquals(ROWS, lines.size());
    int decimal = expected.get(0).size() - 1; // selected as the text that the service writes
    for (int i = 0; i < lines.size(); i++) {
      List<Object> served = JsonRow.parse(lines.get(i));
      served.set(decimal, served.get(decimal) == null ? null : served.get(decimal).toString());
      assertEquals(JsonRow.comparable(expected.get(i)), served, "row " + i);
    }
  }

  @Test
  void servesCollectionsInTheOrderOfTheData() {
    String query =
        MineClient.query(
            "Gene.id Gene.pathways.name Gene.transcripts.length Gene.proteins.id",
            "sortOrder=\"Gene.proteins.id desc\"",
            "<join path=\"Gene.pathways\" style=\"OUTER\"/>"
                + "<join path=\"Gene.transcripts\" style=\"OUTER\"/>");
    List<List<Object>> expected = MineDataTest.rows(MineData.of(42, ROWS), query);
    assertTrue(expected.size() > ROWS, "collections make more rows: " + expected.size());
    assertEquals(expected.size() + "\n", client.count(query).body());
    List<List<Object>> served =
        client.rows(query, 0, expected.size()).lines().map(JsonRow::parse).toList();
    assertEquals(expected.stream().map(JsonRow::comparable).toList(), served);
  }

  @Test
  void refusesBadRequestsInTheServicesWords() {
    assertRefused(client.post("/query/results", "format=json"), "parameter must not be blank");
    assertRefused(client.page(CORE, "-1", "5"), "Invalid start parameter: -1");
    assertRefused(client.page(CORE, "0", "0"), "Invalid size parameter: 0");
    assertRefused(client.page("<query", "0", "5"), "Query does not pass XML validation. ");
    assertRefused(client.page("<!DOCTYPE x><query/>", "0", "5"), "DOCTYPE");
    assertRefused(
        client.page(MineClient.query("Gene.nix"), "0", "5"),
        "XML is well formatted but query contains errors:\\nPath Gene.nix is invalid");
    assertRefused(client.page(MineClient.query("Nix.id"), "0", "5"), "no class Nix");
    assertRefused(
        client.page(constrained("LIKE", "A", "B"), "0", "5"), "Operator LIKE does not apply");
    assertRefused(client.page(constrained("~", "A", "B"), "0", "5"), "'~' is not an operator");
    assertRefused(client.page(constrained("=", "A", "A"), "0", "5"), "XML is not well formatted");
  }

  @Test
  void writesTheErrorBodyAsTheServiceDoes() {
    String body = client.page(CORE, "x", "5").body();
    assertTrue(
        body.matches(
            "\\{\"results\":\\[\n],\"executionTime\":\"[^\"]+\",\"wasSuccessful\":false,"
                + "\"error\":\"Invalid start parameter: x\",\"statusCode\":400}"),
        body);
    HttpResponse<String> text = client.post("/query/results", "format=count");
    assertEquals("[ERROR] 400 The 'query' parameter must not be blank", text.body());
  }

  @Test
  void answersOtherUrlsVerbsAndFormatsAsTheContainerDoes() {
    HttpResponse<String> unknown = client.get("/nix");
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body().startsWith("<!doctype html>"));
    URI model = URI.create(mine.serviceRoot() + "/model");
    assertEquals(405, client.send(HttpRequest.newBuilder(model).DELETE().build()).statusCode());
    HttpResponse<String> html =
        client.post("/query/results", "format=html&query=" + MineClient.encode(CORE));
    assertEquals(406, html.statusCode());
    assertEquals("", html.body());
  }

  @Test
  void refusesABodyOverTheLimit() {
    String huge = "query=" + "x".repeat(RequestParameters.MAX_BODY_BYTES);
    assertEquals(413, client.post("/query/results", huge).statusCode());
  }

  @Test
  void takesGetAndThePathSuffixToo() {
    String url = "/query/results/json?size=3&query=" + MineClient.encode(CORE);
    assertEquals(5, client.get(url).body().lines().count());
  }

  @Test
  void servesManyClientsAtOnce() {
    String expected = client.rows(CORE, 0, ROWS);
    var pool = Executors.newFixedThreadPool(64);
    List<CompletableFuture<String>> answers =
        LongStream.range(0, 64)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> new MineClient(mine.serviceRoot()).rows(CORE, 0, ROWS), pool))
            .toList();
    answers.forEach(answer -> assertEquals(expected, answer.join()));
    pool.shutdown();
  }

  @Test
  void answersManyRequestsOverOneConnection() throws Exception {
    URI root = mine.serviceRoot();
    String request = "GET %s/version/ws HTTP/1.1\r\nHost: localhost\r\n".formatted(root.getPath());
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String two = request + "\r\n" + request + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(two.getBytes(StandardCharsets.US_ASCII));
      String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(3, answers.split("HTTP/1.1 200 OK", -1).length, answers);
    }
  }

  @Test
  void countsItsWork() {
    try (LocalMine fresh = LocalMine.start(new MineConfig(0, 1, 9_000))) {
      MineClient some = new MineClient(fresh.serviceRoot());
      some.count(CORE);
      assertEquals(9_000, fresh.stats().firstTouchRows());
      some.rows(CORE, 0, 100);
      MineStats stats = fresh.stats();
      assertEquals(2, stats.requests());
      assertEquals(100, stats.rowsServed());
      assertEquals(9_000, stats.firstTouchRows());
      assertTrue(stats.cpu().compareTo(stats.firstTouch()) >= 0);
      assertTrue(stats.bytesServed() > 5_000);
      assertTrue(stats.start().toNanos() > 0);
    }
  }

  @Test
  void namesThePortThatIsInUse() {
    MineConfig taken = new MineConfig(mine.serviceRoot().getPort(), 1, 1);
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> LocalMine.start(taken));
    assertTrue(e.getMessage().contains(":" + taken.port()), e.getMessage());
  }

  private static String constrained(String op, String code, String otherCode) {
    String one = "<constraint path=\"Gene.id\" op=\"" + op + "\" value=\"1\" code=\"%s\"/>";
    return MineClient.query("Gene.id", "", one.formatted(code) + one.formatted(otherCode));
  }

  private static void assertRefused(HttpResponse<String> response, String words) {
    assertEquals(400, response.statusCode(), response.body());
    assertTrue(response.body().contains(words), response.body());
    assertTrue(response.body().endsWith("\"statusCode\":400}"), response.body());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
