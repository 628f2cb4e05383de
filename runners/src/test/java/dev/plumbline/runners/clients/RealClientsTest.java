package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The official JavaScript client, imjs, as it is published, against the local mine. */
@Timeout(300)
@Tag("exhaustive")
final class RealClientsTest {
  private static final MineConfig CONFIG = new MineConfig(0, 42, 50_000);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONSTRAINTS =
      "<constraint path=\"Gene.length\" op=\"&gt;\" value=\"1000\" code=\"A\"/>"
          + "<constraint path=\"Gene.organism.taxonId\" op=\"ONE OF\" code=\"B\">"
          + "<value>3702</value><value>4577</value></constraint>";

  @TempDir static Path scratch;
  private static LocalMine mine;
  private static Program imjs;
  private static Served served;
  private static final Truth TRUTH = new Truth(CONFIG);

  @BeforeAll
  static void start() throws Exception {
    Path modules = Installed.folder("imjs").resolve("node_modules");
    String program = Installed.source("imjs").resolve("export.js").toString();
    imjs = new Program(List.of("node", program), Map.of("NODE_PATH", modules.toString()), scratch);
    mine = LocalMine.start(CONFIG);
    served = new Served(new Asking(mine.serviceRoot()));
    served.json("/summaryfields"); // it makes no query without these
  }

  @AfterAll
  static void stop() {
    if (mine != null) {
      mine.close();
    }
  }

  @Test
  void learnsVersionAndRelease() throws Exception {
    assertEquals("35", text("version"));
    assertFalse(JSON.readTree(text("release")).asText().isEmpty());
  }

  @Test
  void loadsTheModel() throws Exception {
    List<String> lines = Files.readAllLines(run("model"));
    assertEquals(
        JSON.readTree("{\"name\":\"genomic\",\"end\":\"String\",\"parent\":\"Organism\"}"),
        JSON.readTree(lines.get(0)));
    assertTrue(lines.containsAll(List.of("\"id\"", "\"symbol\"", "\"organism\"", "\"pathways\"")));
    assertTrue(JSON.readTree(text("summary")).isArray());
  }

  @Test
  void counts() throws Exception {
    served.format("jsoncount");
    assertEquals("50000", text("count", GeneQueries.json(GeneQueries.VIEW, "")));
  }

  @Test
  void streamsEveryRow() throws Exception {
    Path rows = run("stream", GeneQueries.json(GeneQueries.VIEW, ""));
    TRUTH.assertRows(GeneQueries.byId(GeneQueries.VIEW), rows);
  }

  /** Where imjs does not stream it breaks characters apart that lie across two reads. */
  @Test
  void readsEveryRowAtOnceAndByPages() throws Exception {
    String query = GeneQueries.json(GeneQueries.PLAIN_VIEW, "");
    TRUTH.assertRows(GeneQueries.byId(GeneQueries.PLAIN_VIEW), run("rows", query));
    TRUTH.assertRows(GeneQueries.byId(GeneQueries.PLAIN_VIEW), run("pages", query, "3000"));
  }

  @Test
  void sendsItsConstraints() throws Exception {
    served.format("jsoncount");
    String where =
        "\"where\":[[\"Gene.length\",\">\",1000],"
            + "[\"Gene.organism.taxonId\",\"ONE OF\",[3702,4577]]],";
    String xml = GeneQueries.xml(GeneQueries.PLAIN_VIEW, CONSTRAINTS);
    String query = GeneQueries.json(GeneQueries.PLAIN_VIEW, where);
    long count = TRUTH.select(xml).count();
    assertTrue(count > 0 && count < CONFIG.rows(), () -> count + " rows");
    assertEquals(Long.toString(count), text("count", query));
    TRUTH.assertRows(xml, run("stream", query));
  }

  @Test
  void keepsRowsOverOuterJoins() throws Exception {
    String view = "Gene.id Gene.chromosome.primaryIdentifier";
    String xml = GeneQueries.xml(view, "<join path=\"Gene.chromosome\" style=\"OUTER\"/>");
    assertEquals(CONFIG.rows(), TRUTH.select(xml).count());
    TRUTH.assertRows(
        xml, run("stream", GeneQueries.json(view, "\"joins\":[\"Gene.chromosome\"],")));
  }

  @Test
  void readsRecordsAsObjects() throws Exception {
    served.format("jsonobjects");
    String view = GeneQueries.PLAIN_VIEW;
    Path records = run("records", GeneQueries.json(view, ""));
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(records)) {
      JsonNode record = JSON.readTree(line);
      assertEquals("Gene", record.path("class").asText());
      rows.add(row(record, view).toString());
    }
    TRUTH.assertRows(GeneQueries.byId(view), Files.write(scratch.resolve("records"), rows));
  }

  /** A record as the row that it was made from; what is null is not in it. */
  private static List<JsonNode> row(JsonNode gene, String view) {
    List<JsonNode> cells = new ArrayList<>();
    for (String path : view.split(" ", -1)) {
      String field = path.substring("Gene.".length()).replaceFirst("^id$", "objectId");
      JsonNode cell = gene.at("/" + field.replace('.', '/'));
      cells.add(cell.isMissingNode() ? JSON.nullNode() : cell);
    }
    return cells;
  }

  @Test
  void readsFlatFiles() throws Exception {
    served.format("tab");
    served.format("csv");
    String view = "Gene.id Gene.primaryIdentifier Gene.organism.taxonId";
    List<String> expected = TRUTH.texts(GeneQueries.byId(view));
    String tab = JSON.readTree(text("tab", GeneQueries.json(view, ""))).textValue();
    assertEquals(
        expected,
        tab.lines()
            .map(line -> line.replace("\"\"", "null").replace("\t", ", "))
            .map(RealClientsTest::listed)
            .toList());
    String csv = JSON.readTree(text("csv", GeneQueries.json(view, ""))).textValue();
    assertEquals(
        expected,
        csv.lines()
            .map(
                line -> line.replace(",\"\"", ",\"null\"").replace("\",\"", ", ").replace("\"", ""))
            .map(RealClientsTest::listed)
            .toList());
  }

  private static String listed(String line) {
    return "[" + line + "]";
  }

  @Test
  void findsTemplatesAndLists() throws Exception {
    served.json("/templates");
    served.json("/lists");
    JsonNode templates = JSON.readTree(text("templates"));
    assertTrue(templates.isObject() && !templates.isEmpty(), templates::toString);
    List<String> lists = Files.readAllLines(run("lists"));
    assertFalse(lists.isEmpty());
    for (String list : lists) {
      assertTrue(JSON.readTree(list).path("size").isInt(), list);
    }
  }

  private static Path run(String... partAndMore) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(mine.serviceRoot().toString()));
    arguments.addAll(List.of(partAndMore));
    return imjs.run(arguments.toArray(String[]::new));
  }

  /** The one line that a part writes. */
  private static String text(String... partAndMore) throws Exception {
    List<String> lines = Files.readAllLines(run(partAndMore));
    assertEquals(1, lines.size(), lines::toString);
    return lines.get(0);
  }
}
