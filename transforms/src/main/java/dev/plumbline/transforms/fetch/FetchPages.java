package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.StageClock;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PagePlan;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;

/**
 * The fetch stage in Beam: a page plan in, one {@link FetchedPage} for each of its pages out,
 * bounded, in no order.
 *
 * <p>A shard is a static share of the pages (every n-th one) with a static share of the workers; it
 * gives pages out from the reading thread alone. What follows runs on the shard's own thread, page
 * by page or bundle by bundle as the runner has it, so that nothing is shuffled. A runner that
 * keeps what is read until a bundle ends reads it in stretches of {@value
 * FetchSource#STRETCH_BYTES} bytes.
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
    return input.apply("Fetch", Read.from(FetchSource.of(core, clock, plan, shards)));
  }
}
