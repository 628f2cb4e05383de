package dev.plumbline.runners.mine;

import dev.plumbline.runners.mine.service.MineStats;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures what serving costs: {@code rows} genes in pages, fetched again and again. */
public final class ServingCost {

  private static final int ROUNDS = 10;

  private ServingCost() {}

  /** Arguments: rows, page size, clients. */
  public static void main(String[] args) throws Exception {
    long rows = Long.parseLong(args[0]);
    int pageSize = Integer.parseInt(args[1]);
    int clients = Integer.parseInt(args[2]);
    try (LocalMine mine = LocalMine.start(new MineConfig(0, 42, rows))) {
      for (int round = 1; round <= ROUNDS; round++) {
        MineStats before = mine.stats();
        long begin = System.nanoTime();
        fetchAll(mine.serviceRoot(), rows, pageSize, clients);
        double seconds = (System.nanoTime() - begin) / 1e9;
        MineStats after = mine.stats();
        long cpu = after.cpu().minus(before.cpu()).toNanos();
        long touch = after.firstTouch().minus(before.firstTouch()).toNanos();
        System.out.printf(
            "%-12s %,.0f rows/s  server cpu %d ns/row, of which first touch %d ns/row, %d bytes/row%n",
            round == 1 ? "first touch" : "repeated",
            rows / seconds,
            cpu / rows,
            touch / rows,
            (after.bytesServed() - before.bytesServed()) / rows);
      }
    }
  }

  private static void fetchAll(URI root, long rows, int pageSize, int clients) throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    List<Future<?>> pages = new ArrayList<>();
    for (long start = 0; start < rows; start += pageSize) {
      String form =
          "format=json&start="
              + start
              + "&size="
              + pageSize
              + "&query="
              + MineClient.encode(MineClient.query(MineClient.GENE_CORE));
      pages.add(pool.submit(() -> fetch(http, root, form)));
    }
    for (Future<?> page : pages) {
      page.get();
    }
    pool.shutdown();
  }

  private static int fetch(HttpClient http, URI root, String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + "/query/results"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException("status " + response.statusCode());
    }
    return response.body().length;
  }
}
