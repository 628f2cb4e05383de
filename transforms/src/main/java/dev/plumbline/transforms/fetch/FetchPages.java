package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.FetchedPageCoder;
import dev.plumbline.transforms.page.PagePlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The fetch stage in Beam: a page plan in, one {@link FetchedPage} for each of its pages out,
 * bounded, in no order.
 *
 * <p>A shard is a static share of the pages (every n-th one) with a static share of the workers,
 * fetched in one piece; it gives pages out from the processing thread alone. What follows runs on
 * the shard's own thread, page by page or bundle by bundle as the runner has it, so that nothing is
 * shuffled.
 */
public final class FetchPages extends PTransform<PBegin, PCollection<FetchedPage>> {
  private static final long serialVersionUID = 1;

  private final FetchCore core;
  private final StageClock clock;
  private final PagePlan plan;
  private final int shards;

  private FetchPages(FetchCore core, StageClock clock, PagePlan plan, int shards) {
    this.core = core;
    this.clock = clock;
    this.plan = plan;
    this.shards = shards;
  }

  /** Fetches the plan's pages in one shard. */
  public static FetchPages of(FetchCore core, StageClock clock, PagePlan plan) {
    return new FetchPages(core, clock, plan, 1);
  }

  /** Fetches in this many shards, but never in more than there are workers or pages. */
  public FetchPages withShards(int count) {
    return new FetchPages(
        core, clock, plan, Math.max(1, Math.min(count, Math.min(core.workers(), plan.pages()))));
  }

  @Override
  public PCollection<FetchedPage> expand(PBegin input) {
    return input
        .apply("Shards", Create.of(shares()).withCoder(SerializableCoder.of(Share.class)))
        .apply("Fetch", ParDo.of(new FetchFn(core, clock)))
        .setCoder(FetchedPageCoder.of());
  }

  private List<Share> shares() {
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      int workers = core.workers() / shards + (i < core.workers() % shards ? 1 : 0);
      shares.add(new Share(plan, i, shards, workers));
    }
    return shares;
  }

  /** One shard's pages and workers. */
  private record Share(PagePlan plan, int shard, int of, int workers) implements Serializable {}

  /** Fetches a shard's pages. */
  private static final class FetchFn extends DoFn<Share, FetchedPage> {
    private static final long serialVersionUID = 1;

    private final FetchCore core;
    private final StageClock clock;
    private final StageMetrics metrics;

    FetchFn(FetchCore core, StageClock clock) {
      this.core = core;
      this.clock = clock;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(@Element Share share, OutputReceiver<FetchedPage> out)
        throws InterruptedException {
      try (TimedFetcher fetcher = new TimedFetcher(core, clock)) {
        new PageScheduler(fetcher::fetch, share.workers())
            .run(
                share.plan().share(share.shard(), share.of()),
                page -> {
                  metrics.add(page.cost());
                  out.output(page.value());
                });
      }
    }
  }
}
