package dev.plumbline.runners.microbench.cores;

import dev.plumbline.runners.mine.LocalMine;
import dev.plumbline.transforms.page.FetchedPage;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * JSON pages from a local mine in this process into memory, over loopback, by one client: what
 * serving them costs the mine is part of it. Proved by the content of the pages.
 */
@State(Scope.Benchmark)
public class FetchBenchmark {
  private final LocalMine mine = Export.mine(Export.ROWS);
  private final Export export = Export.fetch(mine, Export.ROWS);
  private List<FetchedPage> last = List.of();

  /** Fetches all pages; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public List<FetchedPage> fetch() {
    last = Export.pages(export.plan());
    return last;
  }

  /** Holds what was fetched last to what the mine holds. */
  @TearDown
  public void prove() {
    mine.close();
    Export found = new Export(Export.ROWS, export.plan(), last);
    export.prove(found.inputDigest(), found.digest(found.decode()));
  }
}
