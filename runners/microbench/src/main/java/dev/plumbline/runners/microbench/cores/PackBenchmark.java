package dev.plumbline.runners.microbench.cores;

import dev.plumbline.transforms.page.PackedPage;
import dev.plumbline.transforms.page.PageBuilder;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Cells in memory into a packed page: what decode costs without the JSON. The cells are the mine's
 * own. Proved by the content of the page.
 */
@State(Scope.Benchmark)
public class PackBenchmark {
  private final Export export = Export.fetch();
  private final CellRows cells = new CellRows();
  private final PageBuilder builder = new PageBuilder(export.schema().table(), 1 << 20);
  private PackedPage last = builder.build(0, 0);

  /** Takes the cells from the mine. */
  public PackBenchmark() {
    export.truth(export.query().xml()).read(cells);
  }

  /** Packs all rows into one page; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public PackedPage pack() {
    builder.reset();
    cells.packInto(builder);
    last = builder.build(0, 0);
    return last;
  }

  /** Holds the last page to what the mine holds. */
  @TearDown
  public void prove() {
    export.prove(export.digest(List.of(last)));
  }
}
