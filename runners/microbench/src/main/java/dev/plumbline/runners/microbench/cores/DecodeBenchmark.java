package dev.plumbline.runners.microbench.cores;

import dev.plumbline.transforms.decode.PageDecoder;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PackedPage;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** JSON pages into packed pages. Proved by the content of the packed pages. */
@State(Scope.Benchmark)
public class DecodeBenchmark {
  private final Export export = Export.fetch();
  private final PageDecoder decoder = new PageDecoder("mine", export.schema());
  private List<PackedPage> last = List.of();

  /** Decodes all pages; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public List<PackedPage> decode() {
    List<PackedPage> packed = new ArrayList<>();
    for (FetchedPage page : export.pages()) {
      packed.add(decoder.decode(page));
    }
    last = packed;
    return packed;
  }

  /** Holds what was decoded last to what the mine holds. */
  @TearDown
  public void prove() {
    export.prove(export.digest(last));
  }
}
