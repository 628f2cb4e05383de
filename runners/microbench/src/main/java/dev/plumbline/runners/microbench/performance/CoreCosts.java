package dev.plumbline.runners.microbench.performance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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

/**
 * One fork of {@link PerformancePage}: {@code CoreCosts MINE ROWS DIRECTORY}. Fetches all pages
 * into memory, then runs each side until it is warm and takes the mean of its last two runs, both
 * sides interleaved. Prints four numbers, in nanoseconds per row: decode; a Jackson pass that reads
 * every token and its text; Parquet written by two threads; DuckDB's COPY of the same rows with
 * two.
 */
public final class CoreCosts {
  private static final int THREADS = 2;

  private final FetchedExport export;
  private final Path directory;
  private List<PackedPage> packed = List.of();
  private long textLength;

  private CoreCosts(FetchedExport export, Path directory) {
    this.export = export;
    this.directory = directory;
  }

  /** Runs one fork. */
  public static void main(String[] args) throws Exception {
    FetchedExport export = FetchedExport.of(args[0], Long.parseLong(args[1]));
    CoreCosts costs = new CoreCosts(export, Path.of(args[2]));
    double[] decode = Interleaved.means(costs::decode, costs::jackson);
    double[] write = costs.writes();
    double rows = export.plan().pages().rows();
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %.1f%n",
        decode[0] / rows,
        decode[1] / rows,
        write[0] / rows,
        write[1] / rows);
  }

  private long decode() {
    long start = System.nanoTime();
    packed = export.decode();
    return System.nanoTime() - start;
  }

  private long jackson() throws IOException {
    JsonFactory json =
        JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();
    long start = System.nanoTime();
    for (FetchedPage page : export.pages()) {
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
      return Interleaved.means(this::write, () -> copy(statement));
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
      PageWriter writer = ParquetSpec.of(export.plan().schema(), "mine").open(channel);
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
