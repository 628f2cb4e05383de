package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.Sha256;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.pipelines.export.ExportPlan;
import dev.plumbline.pipelines.export.ExportPlanner;
import dev.plumbline.pipelines.export.ExportRequest;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.options.MineTarget;
import dev.plumbline.runners.options.MineTargets;
import dev.plumbline.runners.options.QueryPaths;
import dev.plumbline.runners.run.MineTruth;
import dev.plumbline.transforms.decode.PageDecoder;
import dev.plumbline.transforms.fetch.PageFetcher;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the benchmarks work on: the default export, all of its pages fetched into memory from a
 * local mine in this process.
 *
 * @param rows how many
 * @param plan what was exported
 * @param pages the bodies, in pages of {@link #PAGE} rows
 */
public record Export(int rows, ExportPlan plan, List<FetchedPage> pages) {
  /** The rows of the usual export, and so of each operation on it. */
  public static final int ROWS = 20_000;

  /**
   * The content of so many rows under version 2 of the digest. Written down, so that the digest is
   * not held against itself alone.
   */
  static final String CONTENT = "9e0af7bf136175e1043b2a2b9ece8b45";

  private static final int PAGE = 5_000;
  private static final long SEED = 42;
  private static final String TIME_OF_DAY = "\"executionTime\"";

  /** Copies the list. */
  public Export {
    pages = List.copyOf(pages);
  }

  static Export fetch() {
    return fetch(ROWS);
  }

  /** From a mine that is closed again before anything is timed. */
  static Export fetch(int rows) {
    try (LocalMine mine = mine(rows)) {
      return fetch(mine, rows);
    }
  }

  static LocalMine mine(int rows) {
    return LocalMine.start(new MineConfig(0, SEED, rows));
  }

  static Export fetch(LocalMine mine, int rows) {
    MineTarget target = MineTargets.named(MineTargets.LOCAL);
    ExportPlan plan =
        ExportPlanner.plan(
            new ExportRequest(
                ServiceRoot.parse(mine.serviceRoot().toString()),
                QueryPaths.views(target.queryRoot(), target.queryViews()),
                List.of(),
                rows,
                PAGE,
                1,
                RetryPolicy.defaults(),
                Limits.defaults()));
    return new Export(rows, plan, pages(plan));
  }

  /** Fetches all pages of a plan, one after the other. */
  static List<FetchedPage> pages(ExportPlan plan) {
    List<FetchedPage> pages = new ArrayList<>();
    try (PageFetcher fetcher = new PageFetcher(plan.fetch())) {
      plan.pages().all().forEach(request -> pages.add(fetcher.fetch(request)));
    }
    return pages;
  }

  /** All pages, decoded. */
  List<PackedPage> decode() {
    PageDecoder decoder = new PageDecoder("mine", schema());
    return pages.stream().map(decoder::decode).toList();
  }

  ExportSchema schema() {
    return plan.schema();
  }

  PathQuery query() {
    return plan.fetch().query();
  }

  /** As a run digests: with the key and the usual sample. */
  DigestSpec digestSpec() {
    List<String> key = schema().identifier().stream().toList();
    return new DigestSpec(schema().table(), key, SampleSpec.defaults());
  }

  /** The rows that the query selects, from the mine's data: no HTTP, no JSON, no client of ours. */
  ReadableTable truth(String query) {
    List<String> names = schema().views().stream().map(view -> view.column().name()).toList();
    return new MineTruth(new MineConfig(0, SEED, rows), query, names, rows);
  }

  TableDigest digest(List<PackedPage> pages) {
    TableSchema schema = schema().table();
    DigestAccumulator digest = new DigestAccumulator(digestSpec());
    pages.forEach(page -> page.feed(schema, digest.sink()));
    return digest.digest();
  }

  TableDigest digest(ReadableTable table) {
    DigestAccumulator digest = new DigestAccumulator(digestSpec());
    table.read(digest.sink());
    return digest.digest();
  }

  /**
   * SHA-256 of the bodies of all pages, each up to the time of day that the mine puts at its end.
   */
  String inputDigest() {
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    for (FetchedPage page : pages) {
      String body = new String(page.body(), StandardCharsets.ISO_8859_1);
      int end = body.lastIndexOf(TIME_OF_DAY);
      bodies.write(page.body(), 0, end < 0 ? page.body().length : end);
    }
    return Sha256.of(bodies.toByteArray());
  }

  /**
   * Leaves the evidence that a benchmark's last result holds the rows that it should.
   *
   * @throws IllegalStateException if it does not, so that the benchmark has no time
   */
  void prove(TableDigest found) {
    prove(inputDigest(), found);
  }

  /** The same for a benchmark with an input of its own. */
  void prove(String inputDigest, TableDigest found) {
    String content = rows == ROWS ? CONTENT : digest(truth(query().xml())).content().hex();
    String proof = "%d rows, content %s";
    Evidence.leave(
        inputDigest,
        proof.formatted(rows, content),
        proof.formatted(found.rows(), found.content().hex()));
  }
}
