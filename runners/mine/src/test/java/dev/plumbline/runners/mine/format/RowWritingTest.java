package dev.plumbline.runners.mine.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWritingTest {

  private static final Object[] ALL_TYPES = {
    "a", 1, 2L, 1.0, new BigDecimal("3.1400"), true, LocalDate.of(2026, 1, 2), null, ""
  };

  @Test
  void quotesEveryCellOfCsv() {
    assertEquals(
        "\"a\",\"1\",\"2\",\"1.0\",\"3.1400\",\"true\",\"2026-01-02\",\"\",\"\"\n",
        body(DelimitedRows.csv(List.of(), "\n"), ALL_TYPES));
    assertEquals(
        "\"x \"\"y\"\"\nz\té\"\r\n",
        body(DelimitedRows.csv(List.of(), "\r\n"), new Object[] {"x \"y\"\nz\té"}));
    assertEquals(
        "\"Gene > Symbol\"\n\"1\"\n",
        body(DelimitedRows.csv(List.of("Gene > Symbol"), "\n"), new Object[] {1}));
  }

  @Test
  void quotesOnlyTabsAndNothingInTsv() {
    assertEquals(
        "a\t1\t2\t1.0\t3.1400\ttrue\t2026-01-02\t\"\"\t\"\"\n",
        body(DelimitedRows.tsv(List.of(), "\n"), ALL_TYPES));
    assertEquals(
        "\"a\tb\"\tc \"d\"\te\nf\t\"g\t\"\"h\"\"\"\n",
        body(
            DelimitedRows.tsv(List.of(), "\n"),
            new Object[] {"a\tb", "c \"d\"", "e\nf", "g\t\"h\""}));
  }

  @Test
  void joinsTextByCommas() {
    assertEquals("a,1,2,1.0,3.1400,true,2026-01-02,,\n", body(DelimitedRows.text("\n"), ALL_TYPES));
  }

  @Test
  void escapesXml() {
    assertEquals(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ResultSet >\n"
            + "<Result><i>&lt;a&gt; &amp; &quot;b&quot; &apos;</i><i>&#233;&#127793;\n&#65533;</i><i></i>"
            + "</Result>\n</ResultSet>",
        body(new XmlRows("\n"), new Object[] {"<a> & \"b\" '", "é\uD83C\uDF31\n\b", null}));
  }

  @Test
  void writesCellsAsObjectsAndCutsLongTexts() {
    List<JsonCellRows.Column> columns =
        List.of(
            new JsonCellRows.Column("Gene.name", "Gene", 2),
            new JsonCellRows.Column("Gene.chromosome.name", "Chromosome", 3));
    String body = body(new JsonCellRows("[\n", columns), row("x".repeat(201), null, 7, null));
    assertEquals(
        "[\n[{\"column\":\"Gene.name\",\"id\":7,\"value\":\""
            + "x".repeat(200)
            + "...\",\"class\":\"Gene\",\"url\":\"/report.do?id=7\"},"
            + "{\"column\":null,\"value\":null,\"url\":null}]\n]",
        beforeTime(body));
  }

  @Test
  void writesAMissingAttributeOfAnObjectAsNull() {
    List<JsonCellRows.Column> columns = List.of(new JsonCellRows.Column("Gene.name", "Gene", 1));
    assertTrue(
        body(new JsonCellRows("", columns), row(null, 7))
            .startsWith("[{\"column\":\"Gene.name\",\"id\":7,\"value\":null,\"class\":\"Gene\""));
  }

  @Test
  void foldsRowsOfOneRootIntoOneObject() {
    JsonObjectRows.Step root = new JsonObjectRows.Step("Gene", false, "Gene", 0);
    JsonObjectRows.Step pathways = new JsonObjectRows.Step("pathways", true, "Pathway", 3);
    JsonObjectRows.Step organism = new JsonObjectRows.Step("organism", false, "Organism", 5);
    List<JsonObjectRows.Column> columns =
        List.of(
            new JsonObjectRows.Column(0, List.of(), "id"),
            new JsonObjectRows.Column(1, List.of(), "symbol"),
            new JsonObjectRows.Column(2, List.of(pathways), "name"),
            new JsonObjectRows.Column(4, List.of(organism), "name"));
    String body =
        body(
            new JsonObjectRows("", root, columns),
            row(1, "a", "p", 10, "o", 20),
            row(1, "a", "q", 11, "o", 20),
            row(1, "a", "p", 10, "o", 20),
            row(2, null, null, null, null, null));
    assertEquals(
        "{\"symbol\":\"a\",\"organism\":{\"name\":\"o\",\"class\":\"Organism\",\"objectId\":20},"
            + "\"pathways\":[{\"name\":\"p\",\"class\":\"Pathway\",\"objectId\":10},"
            + "{\"name\":\"q\",\"class\":\"Pathway\",\"objectId\":11}],"
            + "\"class\":\"Gene\",\"objectId\":1},\n"
            + "{\"symbol\":null,\"class\":\"Gene\",\"objectId\":2}\n]",
        beforeTime(body));
  }

  @Test
  void turnsARowThatJsonCannotWriteToNull() {
    assertEquals("null,\n[1]\n]", beforeTime(body(new JsonArrayRows(""), row(Double.NaN), row(1))));
    assertEquals("null\n]", beforeTime(body(new JsonArrayRows(""), row(Float.NaN))));
    JsonObjectRows.Step root = new JsonObjectRows.Step("Gene", false, "Gene", 0);
    List<JsonObjectRows.Column> score = List.of(new JsonObjectRows.Column(1, List.of(), "score"));
    String body =
        body(new JsonObjectRows("", root, score), row(1, Double.POSITIVE_INFINITY), row(2, 0.5));
    assertEquals("null,\n{\"score\":0.5,\"class\":\"Gene\",\"objectId\":2}\n]", beforeTime(body));
  }

  @Test
  void writesBlocksThatMakeUpTheBody() {
    List<Object[]> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(new Object[] {"row " + i + " ".repeat(50)});
    }
    RowBody body = new RowBody(ResultRows.of(1, many), 10, 4_000, DelimitedRows.text("\n"));
    int blocks = 0;
    StringBuilder text = new StringBuilder();
    while (body.hasNext()) {
      text.append(StandardCharsets.UTF_8.decode(body.next()));
      blocks++;
    }
    assertTrue(blocks > 1, "one block only");
    assertEquals(4_000, body.rowsWritten());
    String[] lines = text.toString().split("\n", -1);
    assertEquals(4_001, lines.length);
    assertEquals("row 10", lines[0].strip());
    assertEquals("row 4009", lines[3_999].strip());
  }

  @Test
  void hasAnEmptyBlockWhereThereIsNothing() {
    RowBody body = new RowBody(ResultRows.of(1, List.of()), 5, 5, DelimitedRows.text("\n"));
    assertTrue(body.hasNext());
    assertEquals(0, body.next().remaining());
    assertTrue(!body.hasNext());
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private static String body(RowWriter writer, Object[]... rows) {
    ResultRows all = ResultRows.of(rows[0].length, List.of(rows));
    return text(new RowBody(all, 0, rows.length, writer));
  }

  static String text(Iterator<ByteBuffer> body) {
    StringBuilder text = new StringBuilder();
    body.forEachRemaining(block -> text.append(StandardCharsets.UTF_8.decode(block)));
    return text.toString();
  }

  private static String beforeTime(String body) {
    return body.substring(0, body.indexOf(",\"executionTime\""));
  }
}
