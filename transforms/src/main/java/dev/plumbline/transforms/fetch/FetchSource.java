package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.FetchedPageCoder;
import dev.plumbline.transforms.page.PagePlan;
import dev.plumbline.transforms.page.PageRequest;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Pages of a {@link Share}, from the {@code first} to before the {@code end}. */
final class FetchSource extends BoundedSource<FetchedPage> {
  /** Bytes of pages that are read at a stretch, in a heap that is not small. */
  static final int STRETCH_BYTES = 64 << 20;

  /** A stretch is no more than this part of the heap. */
  private static final int HEAP_PART = 16;

  private static final long serialVersionUID = 1;

  /** For estimates: runners reckon in bytes. */
  private static final long ROW_BYTES = 100;

  private final Share share;
  private final int shards;
  private final int first;
  private final int end;

  /** Connections that what came before has left open in this JVM. */
  private final transient @Nullable TimedFetcher left;

  private FetchSource(Share share, int shards, int first, int end, @Nullable TimedFetcher left) {
    this.share = share;
    this.shards = shards;
    this.first = first;
    this.end = end;
    this.left = left;
  }

  /** All pages, to be read in so many shards. */
  static FetchSource of(FetchCore core, StageClock clock, PagePlan plan, int shards) {
    return of(new Share(core, clock, plan, 0, 1), shards);
  }

  private static FetchSource of(Share share, int shards) {
    return new FetchSource(share, shards, 0, share.pages(), null);
  }

  /** Every {@code of}-th page from page {@code shard} on, and as large a part of the workers. */
  record Share(FetchCore core, StageClock clock, PagePlan plan, int shard, int of)
      implements Serializable {
    private static final long serialVersionUID = 1;

    int workers() {
      return core.workers() / of + (shard < core.workers() % of ? 1 : 0);
    }

    int pages() {
      return (plan.pages() - shard + of - 1) / of;
    }

    PageRequest page(int own) {
      return plan.page(shard + own * of);
    }

    /** Pages of a stretch, if all have as many bytes; at least one for each worker. */
    int stretch(int pageBytes) {
      long bytes = Math.min(STRETCH_BYTES, Runtime.getRuntime().maxMemory() / HEAP_PART);
      return Math.max(workers(), (int) (bytes / Math.max(1, pageBytes)));
    }
  }

  Share share() {
    return share;
  }

  int first() {
    return first;
  }

  int end() {
    return end;
  }

  /** The connections to use. */
  TimedFetcher open() {
    return left == null ? new TimedFetcher(share.core(), share.clock()) : left;
  }

  /** What comes before a page. */
  FetchSource until(int page) {
    return new FetchSource(share, 1, first, page, left);
  }

  /** The page and what comes behind it, with connections that are open. */
  FetchSource from(int page, TimedFetcher open) {
    return new FetchSource(share, 1, page, end, open);
  }

  @Override
  public List<FetchSource> split(long desiredBundleSizeBytes, PipelineOptions options) {
    return IntStream.range(0, shards)
        .mapToObj(
            shard ->
                shards == 1
                    ? this
                    : of(new Share(share.core(), share.clock(), share.plan(), shard, shards), 1))
        .toList();
  }

  @Override
  public long getEstimatedSizeBytes(PipelineOptions options) {
    return (long) (end - first) * share.plan().pageSize() * ROW_BYTES;
  }

  @Override
  public BoundedReader<FetchedPage> createReader(PipelineOptions options) {
    return new FetchReader(this);
  }

  @Override
  public Coder<FetchedPage> getOutputCoder() {
    return FetchedPageCoder.of();
  }
}
