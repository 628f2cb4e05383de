package dev.plumbline.runners.mine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ManyClientsTest {

  private static final int CLIENTS = 64;
  private static final int PAGES = 2;
  private static final long ROWS = 10_000;
  private static final List<String> FORMATS =
      List.of("json", "tab", "csv", "xml", "jsonobjects", "jsonrows", "count", "jsoncount");
  private static final String QUERY =
      MineClient.query(MineClient.GENE_CORE, "sortOrder=\"Gene.symbol asc\"", "");
  private static final ExecutorService POOL = Executors.newFixedThreadPool(CLIENTS);
  private static LocalMine mine;

  @BeforeAll
  static void start() {
    mine = LocalMine.start(new MineConfig(0, 42, ROWS));
  }

  @AfterAll
  static void stop() {
    POOL.shutdown();
    mine.close();
  }

  @Test
  void answersAllInAllFormats() {
    Map<String, String> expected = new TreeMap<>();
    for (int page = 0; page < PAGES; page++) {
      for (String format : FORMATS) {
        expected.put(format + page, page(new MineClient(mine.serviceRoot()), format, page));
      }
    }
    everyone(client -> assertEquals(expected, pages(client)));
  }

  /** All pages in all formats, each client beginning with another one. */
  private static Map<String, String> pages(int client) {
    MineClient own = new MineClient(mine.serviceRoot());
    Map<String, String> pages = new TreeMap<>();
    for (int i = 0; i < PAGES * FORMATS.size(); i++) {
      int which = (i + client) % (PAGES * FORMATS.size());
      String format = FORMATS.get(which % FORMATS.size());
      int page = which / FORMATS.size();
      pages.put(format + page, page(own, format, page));
    }
    return pages;
  }

  private static String page(MineClient client, String format, int page) {
    String more = "&start=" + page * 777 + "&size=777";
    return client
        .results(QUERY, format, more)
        .body()
        .replaceFirst("\"executionTime\":\"[^\"]+\"", "");
  }

  @Test
  void standsClientsThatLeaveEarly() {
    MineClient client = new MineClient(mine.serviceRoot());
    String before = client.results(QUERY, "csv", "").body();
    everyone(
        i -> {
          leaveEarly(FORMATS.get(i % FORMATS.size()), i % 2 == 0 ? "" : "&compress=gzip");
        });
    assertEquals(before, client.results(QUERY, "csv", "").body());
    everyone(
        i -> assertEquals("35\n", new MineClient(mine.serviceRoot()).get("/version/ws").body()));
  }

  private static void leaveEarly(String format, String more) {
    URI root = mine.serviceRoot();
    String path =
        root.getPath()
            + "/query/results?format="
            + format
            + more
            + "&query="
            + MineClient.encode(QUERY);
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] begin = socket.getInputStream().readNBytes(100);
      assertEquals("HTTP/1.1 200", new String(begin, 0, 12, StandardCharsets.US_ASCII));
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void everyone(IntConsumer client) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    IntStream.range(0, CLIENTS)
        .forEach(i -> all.add(CompletableFuture.runAsync(() -> client.accept(i), POOL)));
    all.forEach(CompletableFuture::join);
  }
}
