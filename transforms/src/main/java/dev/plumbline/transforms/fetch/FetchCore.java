package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.io.Serializable;

/**
 * The work of the fetch stage, before it is opened: what a pipeline holds and a runner sends to its
 * workers.
 */
public interface FetchCore extends Serializable {
  /** How many requests may be under way at once. */
  int workers();

  /** Opens connections; the result is thread-safe. */
  Fetching open();

  /** The work of the fetch stage, opened. */
  interface Fetching extends AutoCloseable {
    /** Fetches one page on this thread. */
    FetchedPage fetch(PageRequest request);

    @Override
    void close();
  }
}
