package dev.plumbline.runners.microbench.cores;

import dev.plumbline.transforms.page.PackedPage;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A plain pass over all bytes of the packed pages: what a digest could cost at least. Proved by
 * their sum, taken once more by a stream.
 */
@State(Scope.Benchmark)
public class BytesBenchmark {
  private final Export export = Export.fetch();
  private final List<PackedPage> pages = export.decode();
  private long last;

  /** Sums up all pages; the time is that of one row. */
  @Benchmark
  @OperationsPerInvocation(Export.ROWS)
  public long sum() {
    long sum = 0;
    for (PackedPage page : pages) {
      for (byte b : page.data()) {
        sum += b;
      }
    }
    last = sum;
    return sum;
  }

  /** Holds the sum to that of the stream. */
  @TearDown
  public void prove() {
    long sum =
        pages.stream()
            .map(PackedPage::data)
            .mapToLong(data -> IntStream.range(0, data.length).mapToLong(i -> data[i]).sum())
            .sum();
    String proof = Export.ROWS + " rows, their bytes' sum %d";
    Evidence.leave(export.inputDigest(), proof.formatted(sum), proof.formatted(last));
  }
}
