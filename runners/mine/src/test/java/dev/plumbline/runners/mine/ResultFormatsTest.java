package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResultFormatsTest {

  private static final String QUERY =
      MineClient.query(
          "Organism.taxonId Organism.commonName Organism.id", "sortOrder=\"Organism.id asc\"", "");
  private static final String HEADER =
      "{\"modelName\":\"genomic\",\"columnHeaders\":[\"Organism > Taxon Id\","
          + "\"Organism > Common Name\",\"Organism > Id\"],\"rootClass\":\"Organism\",\"start\":10,"
          + "\"views\":[\"Organism.taxonId\",\"Organism.commonName\",\"Organism.id\"],"
          + "\"results\":[\n";
  private static final String TRAILER =
      "],\"executionTime\":\"TIME\",\"wasSuccessful\":true,\"error\":null,\"statusCode\":200}";
  private static final String LAST_TWO = "&start=10&size=5";
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
  void writesJson() {
    assertEquals(
        HEADER + "[4558,\"sorghum\",1011],\n[38942,\"chêne pédonculé\",1012]\n" + TRAILER,
        body("json"));
  }

  @Test
  void writesCsv() {
    assertEquals(
        "\"4558\",\"sorghum\",\"1011\"\n\"38942\",\"chêne pédonculé\",\"1012\"\n", body("csv"));
  }

  @Test
  void writesTab() {
    assertEquals("4558\tsorghum\t1011\n38942\tchêne pédonculé\t1012\n", body("tab"));
    assertEquals(body("tab"), body("tsv"));
  }

  @Test
  void writesText() {
    assertEquals("4558,sorghum,1011\n38942,chêne pédonculé,1012\n", body("text"));
  }

  @Test
  void writesXml() {
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <ResultSet >
        <Result><i>4558</i><i>sorghum</i><i>1011</i></Result>
        <Result><i>38942</i><i>ch&#234;ne p&#233;doncul&#233;</i><i>1012</i></Result>
        </ResultSet>""",
        body("xml"));
  }

  @Test
  void writesJsonObjectsUnderTheChangedView() {
    String body = timeless(client.results(QUERY, "jsonobjects", "&start=11&size=5").body());
    assertEquals(
        "{\"modelName\":\"genomic\",\"columnHeaders\":[\"Organism > Id\",\"Organism > Taxon Id\","
            + "\"Organism > Common Name\"],\"rootClass\":\"Organism\",\"start\":11,"
            + "\"views\":[\"Organism.id\",\"Organism.taxonId\",\"Organism.commonName\"],"
            + "\"results\":[\n"
            + "{\"commonName\":\"chêne pédonculé\",\"class\":\"Organism\",\"taxonId\":38942,"
            + "\"objectId\":1012}\n"
            + TRAILER,
        body);
  }

  @Test
  void writesJsonRows() {
    String end = ",\"class\":\"Organism\",\"url\":\"/report.do?id=1011\"}";
    assertEquals(
        HEADER
            + "[{\"column\":\"Organism.taxonId\",\"id\":1011,\"value\":4558"
            + end
            + ",{\"column\":\"Organism.commonName\",\"id\":1011,\"value\":\"sorghum\""
            + end
            + ",{\"column\":\"Organism.id\",\"id\":1011,\"value\":1011"
            + end
            + "]\n"
            + TRAILER,
        timeless(client.results(QUERY, "jsonrows", "&start=10&size=1").body()));
  }

  @Test
  void writesCounts() {
    assertEquals("12\n", body("count"));
    assertEquals(
        "{\n\"count\":12\n,\"executionTime\":\"TIME\",\"wasSuccessful\":true,\"error\":null,"
            + "\"statusCode\":200}",
        body("jsoncount"));
    assertEquals("\"12\"\n", timeless(client.results(QUERY, "csv", "&count=true").body()));
    assertTrue(
        client.results(QUERY, "xml", "&count=true").body().contains("<Result><i>12</i></Result>"));
    String url = "/query/results?query=" + MineClient.encode(QUERY);
    assertEquals("12\n", client.get(url, "Accept", "text/plain;type=count").body());
  }

  @Test
  void namesColumnsIfAskedTo() {
    String friendly = "Organism > Taxon Id\tOrganism > Common Name\tOrganism > Id\n";
    String row = "4558\tsorghum\t1011\n";
    for (String value : List.of("friendly", "1", "true")) {
      assertEquals(friendly + row, tab("&columnheaders=" + value));
    }
    assertEquals(
        "Organism.taxonId\tOrganism.commonName\tOrganism.id\n" + row, tab("&columnheaders=PATH"));
    for (String value : List.of("", "0", "False", "none")) {
      assertEquals(row, tab("&columnheaders=" + value));
    }
  }

  private static String tab(String more) {
    return client.results(QUERY, "tab", "&start=10&size=1" + more).body();
  }

  @Test
  void sendsTheHeadersOfEachFormat() {
    assertHeaders("tab", "text/tab-separated-values;charset=UTF-8", "result.tsv");
    assertHeaders("csv", "text/comma-separated-values;charset=UTF-8", "result.csv");
    assertHeaders("xml", "application/xml;charset=UTF-8", "result.xml");
    assertHeaders("count", "text/plain;charset=UTF-8", "result.txt");
    for (String format : List.of("json", "jsonobjects", "jsonrows", "jsoncount")) {
      assertHeaders(format, "application/json;charset=UTF-8", "result.json");
    }
    HttpResponse<String> named = client.results(QUERY, "csv", "&filename=a%22%0D%0Ab");
    assertEquals("attachment; filename=\"a___b.csv\"", header(named, "Content-Disposition"));
  }

  private static void assertHeaders(String format, String type, String file) {
    HttpResponse<String> answer = client.results(QUERY, format, "");
    assertEquals(200, answer.statusCode());
    assertEquals(type, header(answer, "Content-Type"));
    assertEquals("attachment; filename=\"" + file + "\"", header(answer, "Content-Disposition"));
    assertEquals("no-cache", header(answer, "Pragma"));
    assertEquals("must-revalidate, max-age=0", header(answer, "Cache-Control"));
    assertEquals("chunked", header(answer, "Transfer-Encoding"));
    assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
  }

  @Test
  void writesNothingForNoRows() {
    String beyond = "&start=50";
    assertEquals("", client.results(QUERY, "tab", beyond).body());
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ResultSet >\n</ResultSet>",
        client.results(QUERY, "xml", beyond).body());
    for (String format : List.of("json", "jsonrows", "jsonobjects")) {
      String body = timeless(client.results(QUERY, format, beyond).body());
      assertTrue(body.endsWith("\"results\":[\n" + TRAILER), body);
    }
  }

  @Test
  void summarisesAColumn() {
    String items =
        client
            .results(QUERY, "jsonrows", "&summaryPath=Organism.genus&size=1&filterTerm=zea")
            .body();
    assertTrue(
        items.startsWith(
            "{\"uniqueValues\":12,\"filteredCount\":1,\"modelName\":\"genomic\","
                + "\"columnHeaders\":[\"item\",\"count\"],"),
        items);
    assertTrue(items.contains("\n{\"item\":\"Zea\",\"count\":1}\n],"), items);
    String numbers = client.results(QUERY, "jsonrows", "&summaryPath=Organism.taxonId").body();
    assertTrue(numbers.contains("\n{\"min\":3702,\"max\":38942,\"average\":"), numbers);
    assertTrue(numbers.contains(",\"stdev\":"), numbers);
  }

  private static String body(String format) {
    return timeless(client.results(QUERY, format, LAST_TWO).body());
  }

  private static String timeless(String body) {
    return body.replaceFirst(
        "\"executionTime\":\"\\d{4}\\.\\d\\d\\.\\d\\d \\d\\d:\\d\\d::\\d\\d\"",
        "\"executionTime\":\"TIME\"");
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElseThrow();
  }
}
