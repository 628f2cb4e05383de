package dev.plumbline.runners.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.runners.options.MineTarget;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.runners.options.QueryPaths;
import dev.plumbline.transforms.decode.PageDecoder;
import dev.plumbline.transforms.fetch.PageFetcher;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.parquet.ParquetSpec;
import dev.plumbline.transforms.table.WriteCore.PageWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * One fork of {@link CoreForks}: {@code CoreCosts MINE ROWS DIRECTORY}. Fetches all pages into
 * memory, then runs each side until it is warm and takes the mean of its last two runs, both sides
 * interleaved. Prints four numbers, in nanoseconds per row: decode; a Jackson pass that reads every
 * token and its text; Parquet written by two threads; DuckDB's COPY of the same rows with two.
 */
public final class CoreCosts {
  private static final int PAGE = 5_000;
  private static final int THREADS = 2;
  private static final int WARM_UPS = 3;

  private final ExportPlan plan;
  private final Path directory;
  private final List<FetchedPage> pages = new ArrayList<>();
  private final List<PackedPage> packed = new ArrayList<>();
  private long textLength;

  private CoreCosts(String mine, long rows, Path directory) {
    this.directory = directory;
    this.plan =
        ExportPlanner.plan(
            new ExportRequest(
                ServiceRoot.parse(mine),
                views(),
                List.of(),
                rows,
                PAGE,
                1,
                RetryPolicy.defaults(),
                Limits.defaults()));
  }

  private static List<String> views() {
    MineTarget target = MineTargets.named(MineTargets.LOCAL);
    return QueryPaths.views(target.queryRoot(), target.queryViews());
  }

  /** Runs one fork. */
  public static void main(String[] args) throws Exception {
    CoreCosts costs = new CoreCosts(args[0], Long.parseLong(args[1]), Path.of(args[2]));
    costs.fetch();
    double[] decode = interleaved(costs::decode, costs::jackson);
    double[] write = costs.writes();
    double rows = costs.plan.pages().rows();
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %.1f%n",
        decode[0] / rows,
        decode[1] / rows,
        write[0] / rows,
        write[1] / rows);
  }

  private void fetch() {
    try (PageFetcher fetcher = new PageFetcher(plan.fetch())) {
      plan.pages().all().forEach(request -> pages.add(fetcher.fetch(request)));
    }
  }

  /** Nanoseconds of both sides: warm-ups, then one-two-two-one. */
  private static double[] interleaved(Callable<Long> one, Callable<Long> two) throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      one.call();
      two.call();
    }
    double[] sums = new double[2];
    sums[0] += one.call();
    sums[1] += two.call();
    sums[1] += two.call();
    sums[0] += one.call();
    return new double[] {sums[0] / 2, sums[1] / 2};
  }

  private long decode() {
    packed.clear();
    PageDecoder decoder = new PageDecoder("mine", plan.schema());
    long start = System.nanoTime();
    pages.forEach(page -> packed.add(decoder.decode(page)));
    return System.nanoTime() - start;
  }

  private long jackson() throws IOException {
    JsonFactory json =
        JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    long start = System.nanoTime();
    for (FetchedPage page : pages) {
      try (JsonParser parser = json.createParser(page.body())) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          textLength += parser.getText().length();
        }
      }
    }
    return System.nanoTime() - start;
  }

  private double[] writes() throws Exception {
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET threads = " + THREADS);
      write();
      statement.execute(
          "CREATE TABLE rows AS SELECT * FROM read_parquet('"
              + directory.resolve("core-*.parquet")
              + "')");
      if (textLength == 0) {
        throw new IllegalStateException("The Jackson pass read no text");
      }
      return interleaved(this::write, () -> copy(statement));
    }
  }

  private long write() throws Exception {
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int t = 0; t < THREADS; t++) {
      int first = t;
      Thread thread = new Thread(() -> writeShare(first));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return System.nanoTime() - start;
  }

  private void writeShare(int first) {
    Path file = directory.resolve("core-" + first + ".parquet");
    try (FileChannel channel = create(file)) {
      PageWriter writer = ParquetSpec.of(plan.schema(), "mine").open(channel);
      for (int i = first; i < packed.size(); i += THREADS) {
        writer.write(packed.get(i));
      }
      writer.finish();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot write " + file, e);
    }
  }

  private static FileChannel create(Path file) throws IOException {
    Files.deleteIfExists(file);
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private long copy(Statement statement) throws SQLException {
    long start = System.nanoTime();
    statement.execute(
        "COPY rows TO '"
            + directory.resolve("copy.parquet")
            + "' (FORMAT parquet, COMPRESSION zstd)");
    return System.nanoTime() - start;
  }
}
