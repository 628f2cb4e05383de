package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.FetchedPageCoder;
import dev.plumbline.transforms.page.PagePlan;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The fetch stage in Beam: a page plan in, one {@link FetchedPage} for each of its pages out,
 * bounded, in no order.
 *
 * <p>One DoFn instance fetches all pages with its workers and gives them out from the processing
 * thread alone. They are then spread over a few buckets, so that what follows runs in parallel
 * without breaking into many small bundles.
 */
public final class FetchPages extends PTransform<PBegin, PCollection<FetchedPage>> {
  private static final long serialVersionUID = 1;

  private final FetchCore core;
  private final StageClock clock;
  private final PagePlan plan;
  private final int buckets;

  private FetchPages(FetchCore core, StageClock clock, PagePlan plan, int buckets) {
    this.core = core;
    this.clock = clock;
    this.plan = plan;
    this.buckets = buckets;
  }

  /** Fetches the plan's pages and spreads them over four buckets. */
  public static FetchPages of(FetchCore core, StageClock clock, PagePlan plan) {
    return new FetchPages(core, clock, plan, 4);
  }

  /** Spreads the pages over this many buckets: so many bundles can be decoded at once. */
  public FetchPages withBuckets(int count) {
    return new FetchPages(core, clock, plan, count);
  }

  @Override
  public PCollection<FetchedPage> expand(PBegin input) {
    return input
        .apply("Plan", Create.of(plan).withCoder(SerializableCoder.of(PagePlan.class)))
        .apply("Fetch", ParDo.of(new FetchFn(core, clock, buckets)))
        .setCoder(KvCoder.of(VarIntCoder.of(), FetchedPageCoder.of()))
        .apply("Spread", Reshuffle.of())
        .apply("Pages", Values.create())
        .setCoder(FetchedPageCoder.of());
  }

  /** Fetches a plan's pages; each goes out with its bucket. */
  private static final class FetchFn extends DoFn<PagePlan, KV<Integer, FetchedPage>> {
    private static final long serialVersionUID = 1;

    private final FetchCore core;
    private final StageClock clock;
    private final int buckets;
    private final StageMetrics metrics;

    FetchFn(FetchCore core, StageClock clock, int buckets) {
      this.core = core;
      this.clock = clock;
      this.buckets = buckets;
      this.metrics = new StageMetrics(clock.stage());
    }

    @ProcessElement
    public void processElement(@Element PagePlan plan, OutputReceiver<KV<Integer, FetchedPage>> out)
        throws InterruptedException {
      try (TimedFetcher fetcher = new TimedFetcher(core, clock)) {
        new PageScheduler(fetcher::fetch, core.workers())
            .run(
                plan.all(),
                page -> {
                  metrics.add(page.cost());
                  out.output(KV.of(page.value().request().index() % buckets, page.value()));
                });
      }
    }
  }
}
