package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.runners.mine.ColumnInfo;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.Selection;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of the local mine against those that the real server's own formatters write. */
@Timeout(300)
@Tag("exhaustive")
final class RealServerBodiesTest {
  private static final MineConfig CONFIG = new MineConfig(0, 7, 3_000);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY =
      GeneQueries.byId(GeneQueries.VIEW + " Gene.readCount Gene.scoreType Gene.symbol");

  /** The real server writes the two halves of a character, which is no XML; the mine does not. */
  private static final Pattern PAIR =
      Pattern.compile("&#(55[3-9]\\d\\d|56[0-2]\\d\\d|563[01]\\d);&#(5\\d{4});");

  /** The real server writes characters that XML cannot hold; the mine says in their place that. */
  private static final Pattern NO_XML =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ufffe\uffff]");

  @TempDir static Path scratch;
  private static LocalMine mine;
  private static Asking asking;
  private static RealServer server;

  @BeforeAll
  static void start() throws Exception {
    Installed.folder("server");
    mine = LocalMine.start(CONFIG);
    asking = new Asking(mine.serviceRoot());
    server = new RealServer(asking.get("/model").body(), scratch);
  }

  @AfterAll
  static void stop() {
    if (mine != null) {
      mine.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "tab", "csv", "xml"})
  void writesEveryRowAsTheRealServer(String format) throws Exception {
    HttpResponse<String> served = served(QUERY, format, 3_000);
    Map<String, Object> attributes =
        format.equals("json") ? attributes(served.body()) : Map.<String, Object>of();
    assertSame(
        Map.of("format", format, "attributes", attributes, "rows", rows(QUERY)), served.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "tab", "csv", "xml"})
  void writesNoRowsAsTheRealServer(String format) throws Exception {
    String none =
        GeneQueries.xml(
            "Gene.id", "<constraint path=\"Gene.id\" op=\"=\" value=\"1\" code=\"A\"/>");
    HttpResponse<String> served = served(none, format, 10);
    Map<String, Object> attributes =
        format.equals("json") ? attributes(served.body()) : Map.<String, Object>of();
    assertSame(
        Map.of("format", format, "attributes", attributes, "rows", List.of()), served.body());
  }

  @Test
  void writesTheCountAsTheRealServer() throws Exception {
    HttpResponse<String> served = served(QUERY, "jsoncount", 10);
    assertSame(
        Map.of("format", "jsoncount", "attributes", Map.of(), "count", "3000"), served.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "tab", "csv", "xml", "jsoncount"})
  void writesErrorsAsTheRealServer(String format) throws Exception {
    String wrong = GeneQueries.byId("Gene.nix\u00e9\u2028\ud83c\udf31");
    HttpResponse<String> json = asking.results(wrong, "json", 10);
    String words = JSON.readTree(json.body()).path("error").asText();
    HttpResponse<String> served = served(wrong, format, 10);
    assertEquals(400, served.statusCode());
    assertSame(
        Map.of("format", format, "attributes", Map.of(), "error", words, "status", 400),
        served.body());
  }

  /** Each class with its own fields and those that it inherits. */
  @Test
  void describesTheModelInJsonAsTheRealServer() throws Exception {
    new Served(asking).json("/model");
    JsonNode classes = JSON.readTree(asking.get("/model?format=json").body()).at("/model/classes");
    JsonNode expected = server.answers(List.of(Map.of("model", true))).get(0).path("classes");
    assertEquals(fields(expected), fields(classes));
  }

  /** What clients read of a model; a real mine also says how many objects there are, and more. */
  private static Map<String, Map<String, JsonNode>> fields(JsonNode classes) {
    Map<String, Map<String, JsonNode>> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> type : classes.properties()) {
      Map<String, JsonNode> kinds = new TreeMap<>();
      for (String kind : List.of("name", "extends", "attributes", "references", "collections")) {
        JsonNode members = type.getValue().path(kind).deepCopy();
        members.forEach(RealServerBodiesTest::withoutLabels);
        kinds.put(kind, members);
      }
      fields.put(type.getKey(), kinds);
    }
    return fields;
  }

  private static void withoutLabels(JsonNode field) {
    if (field instanceof ObjectNode object) {
      object.remove(List.of("displayName", "term"));
    }
  }

  private static HttpResponse<String> served(String query, String format, int size)
      throws Exception {
    new Served(asking).format(format);
    return asking.results(query, format, size);
  }

  private static void assertSame(Map<String, Object> question, String served) throws Exception {
    JsonNode answer = server.answers(List.of(question)).get(0);
    String[] expected = timeless(answer.path("body").asText());
    String[] got = timeless(served);
    for (int i = 0; i < Math.min(expected.length, got.length); i++) {
      assertEquals(expected[i], got[i], "line " + i);
    }
    assertEquals(expected.length, got.length, "lines");
    assertTrue(answer.has("body"));
  }

  /** A body by lines, without the time at which it was written. */
  private static String[] timeless(String body) {
    String text = body.replaceFirst("\"executionTime\":\"[^\"]{20}\"", "\"executionTime\":\"\"");
    String whole = PAIR.matcher(text).replaceAll(pair -> "&#" + codePoint(pair) + ";");
    return NO_XML.matcher(whole).replaceAll("&#65533;").split("\n", -1);
  }

  private static int codePoint(MatchResult pair) {
    return Character.toCodePoint(
        (char) Integer.parseInt(pair.group(1)), (char) Integer.parseInt(pair.group(2)));
  }

  /** What the real service takes from the query, as the mine wrote it. */
  private static Map<String, Object> attributes(String body) throws Exception {
    JsonNode page = JSON.readTree(body);
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String name : List.of("modelName", "views", "columnHeaders", "rootClass")) {
      attributes.put(name, page.get(name));
    }
    attributes.put("start", page.get("start").asText());
    return attributes;
  }

  private static List<List<Object>> rows(String query) {
    Selection selection = new Truth(CONFIG).select(query);
    List<ColumnInfo> columns = selection.columns();
    List<List<Object>> rows = new ArrayList<>();
    selection.forEach(
        0,
        selection.count(),
        cells -> {
          Object[] row = new Object[cells.length];
          for (int i = 0; i < cells.length; i++) {
            row[i] = cells[i] == null ? null : typed(columns.get(i).javaType(), cells[i]);
          }
          rows.add(Arrays.asList(row));
        });
    return rows;
  }

  private static List<String> typed(String javaType, Object cell) {
    // A selection has decimals as JSON shows them; the mine's have four places.
    String text =
        javaType.equals("java.math.BigDecimal")
            ? new BigDecimal(cell.toString()).setScale(4).toString()
            : cell.toString();
    return List.of(javaType, text);
  }
}
