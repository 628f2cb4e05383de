package dev.plumbline.runners.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two Python clients' own bytes, where the clients themselves may be missing. */
@Timeout(300)
final class PythonStandInsTest {
  private static final MineConfig CONFIG = new MineConfig(0, 42, 50_000);
  private static final Truth TRUTH = new Truth(CONFIG);
  private static final String VIEW = GeneQueries.VIEW + " Gene.readCount";
  private static final String BY_ID = "Gene.id asc";
  private static final String QUERY = PythonRequests.query(VIEW, BY_ID, "");

  /** All attributes by their names, which the official client selects first, then one again. */
  private static final String EXPANDED =
      "Gene.briefDescription Gene.curated Gene.description Gene.gcFraction Gene.id"
          + " Gene.lastUpdated Gene.length Gene.name Gene.primaryIdentifier Gene.readCount"
          + " Gene.score Gene.scoreType Gene.secondaryIdentifier Gene.symbol"
          + " Gene.tairCuratorSummary Gene.tairShortDescription Gene.symbol";

  private static final int WORKERS = 16;
  private static final int PAGE_SIZE = 1_000;
  private static final int KEYSET_BATCH = 2_000;

  @TempDir Path scratch;
  private static LocalMine mine;
  private static URI root;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(CONFIG);
    root = mine.serviceRoot();
  }

  @AfterAll
  static void stop() {
    mine.close();
  }

  @ParameterizedTest
  @EnumSource(PythonRequests.class)
  void asksForVersionModelAndCount(PythonRequests client) throws IOException {
    try (RawExchange version = new RawExchange(root, client.resource(root, "/version/ws"))) {
      assertEquals("35\n", version.body());
      assertEquals(client == PythonRequests.OFFICIAL, version.header("connection").equals("close"));
    }
    try (RawExchange model = new RawExchange(root, client.resource(root, "/model"))) {
      assertEquals("application/xml;charset=UTF-8", model.header("content-type"));
      assertTrue(
          model.body().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model name"));
    }
    byte[] count = client.results(root, QUERY, 0, 0, "count");
    try (RawExchange counted = new RawExchange(root, count)) {
      assertEquals("50000\n", counted.body());
    }
  }

  @ParameterizedTest
  @EnumSource(PythonRequests.class)
  void readsEveryRowInOneAnswer(PythonRequests client) throws IOException {
    List<String> rows = new ArrayList<>();
    try (RawExchange answer = new RawExchange(root, client.results(root, QUERY, 0, 0, "json"))) {
      assertEquals(200, answer.status());
      assertEquals("", answer.header("content-encoding"));
      assertTrue(answer.line().endsWith("\"results\":["));
      String line = answer.line();
      for (; !line.startsWith("]"); line = answer.line()) {
        rows.add(line);
      }
      assertTrue(line.endsWith("\"wasSuccessful\":true,\"error\":null,\"statusCode\":200}"), line);
      assertEquals(null, answer.line());
      assertTrue(client != PythonRequests.OFFICIAL || answer.closedByServer());
    }
    assertRows(QUERY, rows);
  }

  @Test
  void repeatsAViewThatIsSelectedTwice() throws IOException {
    String query = PythonRequests.query(EXPANDED, "Gene.briefDescription asc", "");
    assertRows(query, page(PythonRequests.OFFICIAL, query, 0, 60_000));
  }

  /** Ordered, unordered and window ask alike; they differ in how they give the pages out. */
  @Test
  void readsEveryRowBySixteenWorkersThatDropTheirConnections() throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<List<String>>> pages = new ArrayList<>();
      for (long start = 0; start < CONFIG.rows(); start += PAGE_SIZE) {
        long offset = start;
        pages.add(
            workers.submit(() -> page(PythonRequests.INTERMINE314, QUERY, offset, PAGE_SIZE)));
      }
      List<String> rows = new ArrayList<>();
      for (Future<List<String>> page : pages) {
        assertEquals(PAGE_SIZE, page.get().size());
        rows.addAll(page.get());
      }
      assertRows(QUERY, rows);
    } finally {
      workers.shutdownNow();
    }
    asksForVersionModelAndCount(PythonRequests.INTERMINE314);
  }

  @Test
  void readsEveryRowByKeyset() throws IOException {
    List<String> rows = new ArrayList<>();
    long last = 0;
    while (true) {
      String after = last == 0 ? "" : PythonRequests.after("Gene.id", last);
      String idQuery = PythonRequests.query("Gene.id", BY_ID, after);
      List<Long> ids = new ArrayList<>();
      for (String row : page(PythonRequests.INTERMINE314, idQuery, 0, KEYSET_BATCH)) {
        ids.add(Long.valueOf(row.replaceAll("[^0-9]", "")));
      }
      if (ids.isEmpty()) {
        break;
      }
      String batch = PythonRequests.query(VIEW, BY_ID, PythonRequests.oneOf("Gene.id", ids));
      rows.addAll(page(PythonRequests.INTERMINE314, batch, 0, 0));
      last = ids.get(ids.size() - 1);
    }
    assertRows(QUERY, rows);
  }

  @Test
  void refusesACodeThatTheCursorTakesTwiceAlsoWhenAskedAgainByGet() throws IOException {
    String own = "<constraint path=\"Gene.length\" op=\"&gt;\" code=\"A\" value=\"1000\"/>";
    String query =
        PythonRequests.query("Gene.id", BY_ID, own + PythonRequests.after("Gene.id", 1_000_010));
    PythonRequests client = PythonRequests.INTERMINE314;
    for (byte[] request :
        List.of(
            client.results(root, query, 0, KEYSET_BATCH, "json"),
            client.resultsByGet(root, query, 0, KEYSET_BATCH, "json"))) {
      try (RawExchange answer = new RawExchange(root, request)) {
        assertEquals(400, answer.status());
        assertEquals("{\"results\":[", answer.line());
        String trailer = answer.line();
        assertTrue(
            trailer.contains("\"wasSuccessful\":false,\"error\":\"XML is not well formatted."));
        assertTrue(trailer.endsWith("\"statusCode\":400}"), trailer);
      }
    }
  }

  /** As the clients' iterators do: a page that is full is left before its trailer. */
  private static List<String> page(PythonRequests client, String query, long start, long size)
      throws IOException {
    List<String> rows = new ArrayList<>();
    try (RawExchange answer =
        new RawExchange(root, client.results(root, query, start, size, "json"))) {
      assertEquals(200, answer.status());
      assertTrue(answer.line().endsWith("\"results\":["));
      while (size == 0 || rows.size() < size) {
        String line = answer.line();
        if (line.startsWith("]")) {
          assertTrue(line.contains("\"wasSuccessful\":true"), line);
          break;
        }
        rows.add(line);
      }
    }
    return rows;
  }

  private void assertRows(String query, List<String> lines) throws IOException {
    assertFalse(lines.isEmpty());
    Path rows = scratch.resolve("rows.jsonl");
    Files.write(rows, lines.stream().map(line -> line.replaceFirst(",$", "")).toList());
    TRUTH.assertRows(query, rows);
  }
}
