package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What other parsers read in the answers is what the data select. */
class IndependentReadingTest {

  private static final long SEED = 42;
  private static final int ROWS = 2_000;
  private static final List<String> VIEW =
      List.of(
          "Gene.id",
          "Gene.primaryIdentifier",
          "Gene.symbol",
          "Gene.name",
          "Gene.briefDescription",
          "Gene.description",
          "Gene.organism.name",
          "Gene.score",
          "Gene.length",
          "Gene.curated",
          "Gene.readCount",
          "Gene.lastUpdated",
          "Gene.gcFraction",
          "Gene.chromosome.primaryIdentifier");
  private static final int SCORE = VIEW.indexOf("Gene.score");
  private static final int DECIMAL = VIEW.indexOf("Gene.gcFraction");
  private static final String QUERY =
      MineClient.query(
          String.join(" ", VIEW),
          "sortOrder=\"Gene.id asc\"",
          "<join path=\"Gene.chromosome\" style=\"OUTER\"/>");
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static LocalMine mine;
  private static MineClient client;
  private static List<List<Object>> selected;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(new MineConfig(0, SEED, ROWS));
    client = new MineClient(mine.serviceRoot());
    selected = MineDataTest.rows(MineData.of(SEED, ROWS), QUERY);
  }

  @AfterAll
  static void stop() {
    mine.close();
  }

  @Test
  void readsCsv() {
    List<List<String>> records = StrictCsv.read(client.results(QUERY, "csv", "").body());
    assertEquals(ROWS, records.size());
    for (int i = 0; i < ROWS; i++) {
      assertTexts(i, selected.get(i), records.get(i));
    }
  }

  @Test
  void readsTab() {
    List<String> records = tabRecords(client.results(QUERY, "tab", "").body());
    assertEquals(ROWS, records.size());
    for (int i = 0; i < ROWS; i++) {
      assertEquals(tabRecord(selected.get(i)), decimalAsSelected(i, records.get(i)), "row " + i);
    }
  }

  /** A record begins where a line begins with the next id; other line ends are of its cells. */
  private static List<String> tabRecords(String body) {
    assertTrue(body.endsWith("\n"));
    List<String> records = new ArrayList<>();
    for (String line : body.substring(0, body.length() - 1).split("\n", -1)) {
      Object next = records.size() < ROWS ? selected.get(records.size()).get(0) : "";
      if (line.startsWith(next + "\t")) {
        records.add(line);
      } else {
        int last = records.size() - 1;
        records.set(last, records.get(last) + "\n" + line);
      }
    }
    return records;
  }

  private static String tabRecord(List<Object> row) {
    List<String> cells = new ArrayList<>();
    for (Object value : row) {
      String cell = value == null ? "" : value.toString();
      boolean quoted = cell.isEmpty() || cell.contains("\t");
      cells.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    return String.join("\t", cells);
  }

  /** Decimals are selected as JSON has them, without the zeros at their ends. */
  private static String decimalAsSelected(int row, String record) {
    Object decimal = selected.get(row).get(DECIMAL);
    if (decimal == null) {
      return record;
    }
    int last = record.lastIndexOf('\t');
    int before = record.lastIndexOf('\t', last - 1);
    String written = record.substring(before + 1, last);
    assertEquals(0, new BigDecimal(written).compareTo(new BigDecimal(decimal.toString())));
    return record.substring(0, before + 1) + decimal + record.substring(last);
  }

  @Test
  void readsXml() throws Exception {
    String body = client.results(QUERY, "xml", "").body();
    Element root =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(body)))
            .getDocumentElement();
    List<Element> records = HardenedXml.children(root);
    assertEquals(ROWS, records.size());
    for (int i = 0; i < ROWS; i++) {
      List<String> cells =
          HardenedXml.children(records.get(i)).stream().map(Element::getTextContent).toList();
      assertTexts(
          i, selected.get(i).stream().map(IndependentReadingTest::xmlLines).toList(), cells);
    }
  }

  /** XML knows one kind of line end, and not every control character. */
  private static Object xmlLines(Object value) {
    return value instanceof String text
        ? text.replaceAll("\r\n?", "\n")
            .replaceAll("[\u0000-\u0008\u000b\f\u000e-\u001f]", "\ufffd")
        : value == null ? "" : value;
  }

  private static void assertTexts(int row, List<Object> expected, List<String> cells) {
    assertEquals(expected.size(), cells.size(), "row " + row);
    for (int c = 0; c < cells.size(); c++) {
      String where = "seed " + SEED + ", row " + row + ", " + VIEW.get(c);
      Object value = expected.get(c);
      String text = value == null ? "" : value.toString();
      if (c == DECIMAL && !text.isEmpty()) {
        assertEquals(0, new BigDecimal(text).compareTo(new BigDecimal(cells.get(c))), where);
      } else {
        assertEquals(text, cells.get(c), where);
      }
    }
  }

  @Test
  void readsJsonRows() throws JsonProcessingException {
    JsonNode rows = JSON.readTree(client.results(QUERY, "jsonrows", "").body()).path("results");
    assertEquals(ROWS, rows.size());
    for (int i = 0; i < ROWS; i++) {
      if (isUnwritable(i)) {
        assertTrue(rows.get(i).isNull(), "row " + i);
        continue;
      }
      for (int c = 0; c < VIEW.size(); c++) {
        assertCell(i, c, rows.get(i).get(c));
      }
    }
  }

  private static void assertCell(int row, int column, JsonNode cell) {
    String where = "seed " + SEED + ", row " + row + ", " + VIEW.get(column);
    Object expected = selected.get(row).get(column);
    if (cell.path("column").isNull()) {
      assertEquals(null, expected, where);
      assertEquals(3, cell.size(), where);
      return;
    }
    assertEquals(VIEW.get(column), cell.path("column").asText(), where);
    Object cut =
        expected instanceof String s && s.length() > 200 ? s.substring(0, 200) + "..." : expected;
    if (!hasSplitPair(cut)) {
      assertValue(where, column, cut, cell.get("value"));
    }
    boolean ofGene = VIEW.get(column).lastIndexOf('.') == "Gene".length();
    Object id = ofGene ? selected.get(row).get(0) : cell.path("id").asInt();
    assertEquals("/report.do?id=" + id, cell.path("url").asText(), where);
  }

  /** A text cut between the halves of a character. */
  private static boolean hasSplitPair(Object value) {
    return value instanceof String text
        && text.length() == 203
        && Character.isHighSurrogate(text.charAt(199));
  }

  @Test
  void readsJsonObjects() throws JsonProcessingException {
    JsonNode objects =
        JSON.readTree(client.results(QUERY, "jsonobjects", "").body()).path("results");
    assertEquals(ROWS, objects.size());
    for (int i = 0; i < ROWS; i++) {
      if (isUnwritable(i)) {
        assertTrue(objects.get(i).isNull(), "row " + i);
      } else {
        assertObject(i, objects.get(i));
      }
    }
  }

  @Test
  void readsEveryRowInTheCollectionsOfItsRoot() throws JsonProcessingException {
    String view = "Gene.id Gene.symbol Gene.pathways.id Gene.pathways.name";
    String query = MineClient.query(view, "sortOrder=\"Gene.id asc\"", "");
    List<List<Object>> flat = MineDataTest.rows(MineData.of(SEED, ROWS), query);
    JsonNode genes = JSON.readTree(client.results(query, "jsonobjects", "").body()).path("results");
    assertTrue(genes.size() > 10 && genes.size() < flat.size(), "some genes have several");
    List<List<Object>> unfolded = new ArrayList<>();
    for (JsonNode gene : genes) {
      for (JsonNode pathway : gene.path("pathways")) {
        assertEquals("Pathway", pathway.path("class").asText());
        unfolded.add(
            Arrays.asList(
                gene.path("objectId").asInt(),
                gene.path("symbol").textValue(),
                pathway.path("objectId").asInt(),
                pathway.path("name").textValue()));
      }
    }
    Comparator<List<Object>> byIds =
        Comparator.comparing((List<Object> r) -> (Integer) r.get(0))
            .thenComparing(r -> (Integer) r.get(2));
    flat.sort(byIds);
    unfolded.sort(byIds);
    assertEquals(flat, unfolded);
  }

  private static void assertObject(int row, JsonNode gene) {
    assertEquals(selected.get(row).get(0), gene.path("objectId").asInt());
    assertEquals("Gene", gene.path("class").asText());
    for (int c = 1; c < VIEW.size(); c++) {
      String[] steps = VIEW.get(c).split("\\.", -1);
      JsonNode node = steps.length == 3 ? gene.get(steps[1]) : gene;
      String where = "seed " + SEED + ", row " + row + ", " + VIEW.get(c);
      if (node == null) {
        assertEquals(null, selected.get(row).get(c), where);
      } else {
        assertValue(where, c, selected.get(row).get(c), node.get(steps[steps.length - 1]));
      }
    }
  }

  private static void assertValue(String where, int column, Object expected, JsonNode value) {
    assertNotNull(value, where);
    if (expected == null) {
      assertTrue(value.isNull(), where);
    } else if (column == DECIMAL || expected instanceof Number) {
      BigDecimal wanted = new BigDecimal(expected.toString());
      assertEquals(0, wanted.compareTo(value.decimalValue()), where);
    } else if (expected instanceof Boolean flag) {
      assertEquals(JsonNodeFactory.instance.booleanNode(flag), value, where);
    } else {
      assertEquals(expected.toString(), value.textValue(), where);
    }
  }

  private static boolean isUnwritable(int row) {
    return selected.get(row).get(SCORE) instanceof Double score && !Double.isFinite(score);
  }
}
