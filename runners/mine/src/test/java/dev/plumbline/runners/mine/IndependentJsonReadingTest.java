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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What another JSON parser reads in the answers is what the data select. */
class IndependentJsonReadingTest {

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
