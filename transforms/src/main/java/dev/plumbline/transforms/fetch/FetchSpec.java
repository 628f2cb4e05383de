package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.mine.Limits;
import dev.plumbline.transforms.mine.PathQuery;
import dev.plumbline.transforms.mine.Recorder;
import dev.plumbline.transforms.mine.RetryPolicy;
import dev.plumbline.transforms.mine.ServiceRoot;

/**
 * What to fetch, and how.
 *
 * @param root the mine
 * @param query the query whose rows are exported
 * @param workers how many requests may be under way at once
 * @param retries how often a page is tried
 * @param limits what the mine may cost us
 * @param recorder is told every page that was taken for good
 */
public record FetchSpec(
    ServiceRoot root,
    PathQuery query,
    int workers,
    RetryPolicy retries,
    Limits limits,
    Recorder recorder)
    implements FetchCore {
  private static final long serialVersionUID = 1;

  /** Rejects a fetch without workers. */
  public FetchSpec {
    if (workers < 1) {
      throw new IllegalArgumentException("A fetch needs at least one worker, not " + workers);
    }
  }

  /** A fetch that nobody records. */
  public FetchSpec(
      ServiceRoot root, PathQuery query, int workers, RetryPolicy retries, Limits limits) {
    this(root, query, workers, retries, limits, Recorder.none());
  }

  @Override
  public Fetching open() {
    return new PageFetcher(this);
  }
}
