package dev.plumbline.runners.microbench.performance;

import com.sun.management.ThreadMXBean;
import dev.plumbline.parity.DigestAccumulator;
import dev.plumbline.parity.DigestSpec;
import dev.plumbline.parity.SampleSpec;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackedPage;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * One fork of {@link PerformancePage}: {@code DigestCosts MINE ROWS}. Decodes all pages into
 * memory, then measures on one thread, warmed up and interleaved: the judge's digest of all rows,
 * with key and sample as in a run, and a plain pass that sums up all bytes of the same pages.
 * Prints the digest's and the pass's nanoseconds per row, the bytes of a row, and the heap bytes
 * that a row of the digest allocates.
 */
public final class DigestCosts {
  private final DigestSpec spec;
  private final List<PackedPage> pages;
  private final double rows;
  private long sum;

  private DigestCosts(FetchedExport export) {
    TableSchema schema = export.plan().schema().table();
    List<String> key = export.plan().schema().identifier().stream().toList();
    this.spec = new DigestSpec(schema, key, SampleSpec.defaults());
    this.pages = export.decode();
    this.rows = export.plan().pages().rows();
  }

  /** Runs one fork. */
  public static void main(String[] args) throws Exception {
    new DigestCosts(FetchedExport.of(args[0], Long.parseLong(args[1]))).print();
  }

  private void print() throws Exception {
    double[] nanos = Interleaved.means(this::digest, this::pass);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    digest();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    long bytes = pages.stream().mapToLong(page -> page.data().length).sum();
    if (sum == 0) {
      throw new IllegalStateException("The plain pass read nothing");
    }
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %.3f%n",
        nanos[0] / rows,
        nanos[1] / rows,
        bytes / rows,
        allocated / rows);
  }

  private long digest() {
    DigestAccumulator digest = new DigestAccumulator(spec);
    long start = System.nanoTime();
    pages.forEach(page -> page.feed(spec.schema(), digest.sink()));
    long nanos = System.nanoTime() - start;
    if (digest.digest().rows() != (long) rows) {
      throw new IllegalStateException("The digest saw other rows than were fetched");
    }
    return nanos;
  }

  private long pass() {
    long start = System.nanoTime();
    for (PackedPage page : pages) {
      for (byte b : page.data()) {
        sum += b;
      }
    }
    return System.nanoTime() - start;
  }
}
