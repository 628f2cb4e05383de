package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.service.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceErrorsTest {

  private static final String QUERY = MineClient.encode(MineClient.query("Organism.taxonId"));
  private static final String FAILED =
      "\"executionTime\":\"TIME\",\"wasSuccessful\":false,\"error\":\"%s\",\"statusCode\":%d}";
  private static final String BLANK = "The 'query' parameter must not be blank";
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
  void tellsErrorsInTheFormatThatWasAskedFor() {
    String failed = FAILED.formatted(BLANK, 400);
    for (String format : List.of("json", "jsonobjects", "jsonrows")) {
      assertBody(400, "{\"results\":[\n]," + failed, "format=" + format);
    }
    assertBody(400, "{\n" + failed, "format=jsoncount");
    for (String format : List.of("tab", "csv", "text", "count")) {
      assertBody(400, "[ERROR] 400 " + BLANK, "format=" + format);
    }
    assertBody(
        400,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ResultSet >\n<error><message>400 Bad request."
            + " There was a problem with your request parameters:</message><cause>The"
            + " &apos;query&apos; parameter must not be blank</cause></error></ResultSet>",
        "format=xml");
  }

  private static void assertBody(int status, String body, String form) {
    HttpResponse<String> answer = client.post("/query/results", form);
    assertEquals(body, timeless(answer), form);
    assertEquals(status, answer.statusCode(), form);
    assertEquals("chunked", answer.headers().firstValue("Transfer-Encoding").orElse("none"));
  }

  @Test
  void tellsScriptsOfOtherPagesNoStatusBut200() {
    HttpResponse<String> rows = client.get("/query/results?format=jsonp&callback=f");
    assertEquals(200, rows.statusCode());
    assertEquals("f({\"results\":[\n]," + FAILED.formatted(BLANK, 400) + ");", timeless(rows));
    HttpResponse<String> count = client.get("/query/results?format=jsonpcount");
    assertEquals(200, count.statusCode());
    assertEquals("callback({\n" + FAILED.formatted(BLANK, 400) + ");", timeless(count));
  }

  @Test
  void writesOddCharactersOfErrorsAsJavaDoes() {
    HttpResponse<String> answer =
        client.results(MineClient.query("Gene.ü\uD83C\uDF31"), "json", "");
    assertTrue(answer.body().contains("Gene.\\u00FC\\uD83C\\uDF31"), answer.body());
  }

  @Test
  void checksStartAndSize() {
    for (String wrong : List.of("size=0", "size=-1", "size=x", "size=10000001", "start=-1")) {
      HttpResponse<String> answer =
          client.post("/query/results", "format=json&query=" + QUERY + "&" + wrong);
      assertEquals(400, answer.statusCode(), wrong);
      String[] parts = wrong.split("=", -1);
      String words = "Invalid " + parts[0] + " parameter: " + parts[1];
      assertTrue(answer.body().contains(words), answer.body());
    }
    HttpResponse<String> empty =
        client.post("/query/results", "format=json&start=&size=&query=" + QUERY);
    assertEquals(200, empty.statusCode());
  }

  @Test
  void answersNothingWhereNoFormatFits() {
    for (String format : List.of("html", "rdf", "ntriples", "jsontable", "nix")) {
      HttpResponse<String> answer =
          client.get("/query/results?format=" + format + "&query=" + QUERY);
      assertEquals(406, answer.statusCode(), format);
      assertEquals("", answer.body());
    }
    String url = "/query/results?query=" + QUERY;
    assertEquals(406, client.get(url, "Accept", "image/png").statusCode());
    HttpResponse<String> any = client.get(url + "&format=nix", "Accept", "*/*");
    assertTrue(any.body().startsWith("3702\n"), any.body());
    assertEquals(406, client.get("/summaryfields?format=xml").statusCode());
    assertEquals(406, client.get("/model?format=csv").statusCode());
  }

  @Test
  void refusesWrongTokensWhereverTheyStand() {
    HttpResponse<String> wrong = client.get("/version?token=nix");
    assertEquals(401, wrong.statusCode());
    assertEquals("[ERROR] 401 This token is not a valid access key: nix", wrong.body());
    HttpResponse<String> rows = client.get("/query/results?format=json&token=nix&query=" + QUERY);
    assertEquals(401, rows.statusCode());
    assertTrue(rows.body().startsWith("{\"results\":[\n]"), rows.body());
    for (String header :
        List.of("Token nix", "Bearer nix", "Basic " + base64("nix:"), base64("u:p"), "Basic !")) {
      assertEquals(401, client.get("/version", "Authorization", header).statusCode(), header);
    }
    assertEquals(401, client.get("/user/whoami").statusCode());
  }

  @Test
  void acceptsRightTokensWhereverTheyStand() {
    String token = Tokens.FIXED;
    for (String header :
        List.of("Token " + token, "Bearer " + token, "Basic " + base64(token + ":"))) {
      assertEquals(200, client.get("/user/whoami", "Authorization", header).statusCode(), header);
    }
    String both = "/user/whoami?token=" + token;
    assertEquals(200, client.get(both, "Authorization", "Token nix").statusCode());
  }

  @Test
  void doesNotTalkToRobots() {
    for (String agent : List.of("Googlebot/2.1", "my-CRAWLer", "Yandex", "web spider")) {
      HttpResponse<String> answer = client.get("/version/ws", "User-Agent", agent);
      assertEquals(403, answer.statusCode(), agent);
      assertTrue(answer.body().startsWith("<!doctype html>"), answer.body());
    }
    for (String agent : List.of("Python-urllib/3.11", "InterMine-Client-1.13.0/python-3.11")) {
      assertEquals(200, client.get("/version/ws", "User-Agent", agent).statusCode(), agent);
    }
  }

  @Test
  void answersUnknownUrlsAndVerbsAsTheContainerDoes() {
    for (String path : List.of("/nix", "/query", "/version/ws/x", "/model/Nix", "/lists/nix")) {
      assertEquals(404, client.get(path).statusCode(), path);
      assertTrue(client.get(path).body().startsWith("<!doctype html>"), path);
    }
    for (String path : List.of("/version", "/model", "/query/results", "/summaryfields")) {
      URI uri = URI.create(mine.serviceRoot() + path);
      HttpRequest delete = HttpRequest.newBuilder(uri).DELETE().build();
      assertEquals(405, client.send(delete).statusCode(), path);
    }
    assertEquals(405, client.get("/version?method=POST").statusCode());
    assertEquals(200, client.get("/query/results?method=post&query=" + QUERY).statusCode());
  }

  @Test
  void allowsScriptsOfAllOrigins() {
    HttpResponse<String> none = client.get("/version");
    assertEquals("*", none.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    HttpResponse<String> some = client.get("/nix?x", "Origin", "http://a.example");
    assertTrue(some.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
    HttpResponse<String> echoed = client.get("/version", "Origin", "http://a.example");
    assertEquals(
        "http://a.example",
        echoed.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void letsTheUrlWinOverTheForm() {
    HttpResponse<String> answer =
        client.post("/query/results?format=tab", "format=json&size=1&query=" + QUERY);
    assertEquals("3702\n", answer.body());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String timeless(HttpResponse<String> answer) {
    return answer
        .body()
        .replaceFirst(
            "\"executionTime\":\"\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d::\\d\\d\"",
            "\"executionTime\":\"TIME\"");
  }
}
