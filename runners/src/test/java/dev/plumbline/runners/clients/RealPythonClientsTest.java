package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Python client and intermine314, as they are published, against the local mine. */
@Timeout(600)
final class RealPythonClientsTest {
  private static final MineConfig CONFIG = new MineConfig(0, 42, 50_000);
  private static final Truth TRUTH = new Truth(CONFIG);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VIEW = GeneQueries.VIEW + " Gene.readCount";
  private static final String QUERY = GeneQueries.byId(VIEW);
  private static final String OFFICIAL = "intermine";
  private static final String OTHER = "intermine314";

  @TempDir static Path scratch;
  private static LocalMine mine;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(CONFIG);
  }

  @AfterAll
  static void stop() {
    mine.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {OFFICIAL, OTHER})
  void learnsTheVersionAndCounts(String client) throws Exception {
    assertEquals(List.of("35"), Files.readAllLines(run(client, "version")));
    assertEquals(List.of("50000"), Files.readAllLines(run(client, "count", VIEW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {OFFICIAL, OTHER})
  void readsEveryRowAsADictionary(String client) throws Exception {
    TRUTH.assertRows(QUERY, run(client, "rows", VIEW));
  }

  @Test
  void readsEveryRowByPages() throws Exception {
    TRUTH.assertRows(QUERY, run(OFFICIAL, "pages", VIEW, "5000"));
  }

  @Test
  void selectsAllAttributesOfAClassFirst() throws Exception {
    List<String> lines = Files.readAllLines(run(OFFICIAL, "expanded"));
    List<String> views = new ArrayList<>();
    JSON.readTree(lines.get(0)).forEach(view -> views.add(view.asText()));
    assertEquals("Gene.symbol", views.get(views.size() - 1));
    assertTrue(views.indexOf("Gene.symbol") < views.size() - 1, views::toString);
    assertEquals(6, lines.size());
  }

  @Test
  void readsObjectsAndFlatFiles() throws Exception {
    String view = "Gene.id Gene.primaryIdentifier";
    assertEquals(100, Files.readAllLines(run(OFFICIAL, "objects", view)).size());
    assertEquals(50_000, Files.readAllLines(run(OFFICIAL, "tsv", view)).size());
  }

  @Test
  void findsTemplatesAndLists() throws Exception {
    assertTrue(Files.size(run(OFFICIAL, "templates")) > 0);
    for (String list : Files.readAllLines(run(OFFICIAL, "lists"))) {
      JsonNode size = JSON.readTree(list).path("size");
      assertTrue(size.isInt(), list);
    }
  }

  @Test
  void readsEveryRowBySixteenWorkersInOrder() throws Exception {
    TRUTH.assertRows(QUERY, run(OTHER, "ordered", VIEW, "1000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unordered", "window"})
  void readsEveryRowOnceBySixteenWorkers(String order) throws Exception {
    String view = "Gene.id Gene.symbol Gene.organism.taxonId";
    String query = GeneQueries.byId(view);
    assertEquals(TRUTH.texts(query), Truth.texts(run(OTHER, order, view, "1000")));
  }

  @Test
  void readsEveryRowByKeyset() throws Exception {
    TRUTH.assertRows(QUERY, run(OTHER, "keyset", VIEW));
  }

  private static Path run(String client, String... partAndMore)
      throws IOException, InterruptedException {
    Path python = Installed.folder(client).resolve(Path.of("bin", "python"));
    Path program = Installed.source("python").resolve("export_" + client + ".py");
    List<String> arguments = new ArrayList<>(List.of(mine.serviceRoot().toString()));
    arguments.addAll(List.of(partAndMore));
    return new Program(List.of(python.toString(), program.toString()), Map.of(), scratch)
        .run(arguments.toArray(String[]::new));
  }
}
