package dev.plumbline.runners.microbench;

import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.ReadableTable;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.Sha256;
import dev.plumbline.parity.TableDigest;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.runners.microbench.performance.FetchedExport;
import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.runners.mine.MineConfig;
import dev.plumbline.runners.run.MineTruth;
import dev.plumbline.transforms.mine.ExportSchema;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the benchmarks work on: {@link #ROWS} rows of the default columns, as four pages fetched
 * once from a local mine in this process, which is closed again before anything is timed.
 *
 * @param fetched plan and pages
 */
record Export(FetchedExport fetched) {
  /** The rows of the export, and so of each operation on it. */
  static final int ROWS = 20_000;

  /**
   * The content of these rows under version 2 of the digest. Written down, so that the digest is
   * not held against itself alone.
   */
  static final String CONTENT = "9e0af7bf136175e1043b2a2b9ece8b45";

  private static final long SEED = 42;
  private static final String TIME_OF_DAY = "\"executionTime\"";

  static Export fetch() {
    try (LocalMine mine = LocalMine.start(new MineConfig(0, SEED, ROWS))) {
      return new Export(FetchedExport.of(mine.serviceRoot().toString(), ROWS));
    }
  }

  ExportSchema schema() {
    return fetched.plan().schema();
  }

  PathQuery query() {
    return fetched.plan().fetch().query();
  }

  /** As a run digests: with the key and the usual sample. */
  DigestSpec digestSpec() {
    List<String> key = schema().identifier().stream().toList();
    return new DigestSpec(schema().table(), key, SampleSpec.defaults());
  }

  /** The rows that the query selects, from the mine's data: no HTTP, no JSON, no client of ours. */
  ReadableTable truth(String query) {
    List<String> names = schema().views().stream().map(view -> view.column().name()).toList();
    return new MineTruth(new MineConfig(0, SEED, ROWS), query, names, ROWS);
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
    for (FetchedPage page : fetched.pages()) {
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
    String rows = "%d rows, content %s";
    Evidence.leave(
        inputDigest,
        rows.formatted(ROWS, CONTENT),
        rows.formatted(found.rows(), found.content().hex()));
  }
}
