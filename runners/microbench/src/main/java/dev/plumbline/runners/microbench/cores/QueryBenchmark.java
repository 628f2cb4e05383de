package dev.plumbline.runners.microbench.cores;

import dev.plumbline.parity.Sha256;
import dev.plumbline.transforms.mine.PathQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A path query into its XML. Proved by the rows that the mine's own parser and engine select by the
 * last text.
 */
@State(Scope.Benchmark)
public class QueryBenchmark {
  private final Export export = Export.fetch();
  private final PathQuery query = export.query();
  private String last = "";

  /** Renders the query once. */
  @Benchmark
  public String render() {
    last = query.xml();
    return last;
  }

  /** Lets the mine answer the last text. */
  @TearDown
  public void prove() {
    export.prove(Sha256.of(query.toString()), export.digest(export.truth(last)));
  }
}
