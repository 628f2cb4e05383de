package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.TableDigest;
import dev.plumbline.transforms.page.PackedPage;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Packed pages into the judge's digest, with key and sample as in a run. Proved by a digest that
 * was written down, and by that of the mine's own rows, sample and distinct keys included.
 */
@State(Scope.Benchmark)
public class DigestBenchmark {
  private final Export export = Export.fetch();
  private final List<PackedPage> pages = export.decode();
  private TableDigest last = export.digest(List.of());

  /** Digests all pages; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public TableDigest digest() {
    last = export.digest(pages);
    return last;
  }

  /** Holds the last digest to the known one. */
  @TearDown
  public void prove() {
    TableDigest truth = export.digest(export.truth(export.query().xml()));
    if (!last.equals(truth)) {
      throw new IllegalStateException("the digest " + last + " is not that of the mine, " + truth);
    }
    export.prove(last);
  }
}
