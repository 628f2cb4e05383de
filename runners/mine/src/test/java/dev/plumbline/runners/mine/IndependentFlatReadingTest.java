package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.model.HardenedXml;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What readers of CSV, TSV and XML read in the answers is what the data select. */
class IndependentFlatReadingTest {

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
  private static final int DECIMAL = VIEW.indexOf("Gene.gcFraction");
  private static final String QUERY =
      MineClient.query(
          String.join(" ", VIEW),
          "sortOrder=\"Gene.id asc\"",
          "<join path=\"Gene.chromosome\" style=\"OUTER\"/>");
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
          i, selected.get(i).stream().map(IndependentFlatReadingTest::xmlLines).toList(), cells);
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
}
