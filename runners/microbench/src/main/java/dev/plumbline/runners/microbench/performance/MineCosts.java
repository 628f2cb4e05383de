package dev.plumbline.runners.microbench.performance;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.mine.service.MineStats;
import dev.plumbline.runners.options.MineTarget;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.transforms.mine.PathQuery;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One fork of {@link PerformancePage}: {@code MineCosts ROWS FORMAT CLIENTS}. A fresh mine serves
 * all rows in one format, twice, to so many clients at once. Prints the CPU time of the mine's own
 * threads in nanoseconds per row, for the first pass and the second, and the rows that passed in a
 * second of each. The clients are in this JVM: their CPU time is not in the first two numbers, but
 * they share the processors, so the last two are no more than what was seen.
 */
public final class MineCosts {
  private static final int PAGE_ROWS = 5_000;

  private final LocalMine mine;
  private final long rows;
  private final String format;
  private final int clients;

  private MineCosts(LocalMine mine, long rows, String format, int clients) {
    this.mine = mine;
    this.rows = rows;
    this.format = format;
    this.clients = clients;
  }

  /** Runs one fork. */
  public static void main(String[] args) throws Exception {
    long rows = Long.parseLong(args[0]);
    try (LocalMine mine = LocalMine.start(new MineConfig(0, 42, rows))) {
      MineCosts costs = new MineCosts(mine, rows, args[1], Integer.parseInt(args[2]));
      double[] first = costs.pass();
      double[] second = costs.pass();
      System.out.printf(
          Locale.ROOT, "%.1f %.1f %.0f %.0f%n", first[0], second[0], first[1], second[1]);
    }
    System.exit(0); // the JDK's HTTP client leaves a thread
  }

  /** CPU nanoseconds per row, and rows per second. */
  private double[] pass() throws InterruptedException, ExecutionException {
    MineStats before = mine.stats();
    long begun = System.nanoTime();
    fetchAll();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpu = mine.stats().cpu().minus(before.cpu()).toNanos();
    return new double[] {cpu / rows, rows / seconds};
  }

  private void fetchAll() throws InterruptedException, ExecutionException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> pages = new ArrayList<>();
      for (long start = 0; start < rows; start += PAGE_ROWS) {
        HttpRequest page = request(start);
        pages.add(pool.submit(() -> read(http, page)));
      }
      for (Future<?> page : pages) {
        page.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private HttpRequest request(long start) {
    MineTarget target = MineTargets.named(MineTargets.LOCAL);
    List<String> views = target.queryViews();
    String query = new PathQuery("genomic", views, List.of(), "Gene.id asc").xml();
    String form =
        "format=%s&start=%d&size=%d&query=%s"
            .formatted(format, start, PAGE_ROWS, URLEncoder.encode(query, StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(mine.serviceRoot() + "/query/results"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static long read(HttpClient http, HttpRequest page)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = http.send(page, BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }
}
