package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.fetch.FetchCore.Fetching;
import dev.plumbline.transforms.mine.MineAnswer;
import dev.plumbline.transforms.mine.MineClient;
import dev.plumbline.transforms.mine.MineException;
import dev.plumbline.transforms.mine.RetryPolicy.Answer;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;

/**
 * The core of the fetch stage: asks a mine for one page, again if need be, and gives out the first
 * body that looks whole. Thread-safe.
 */
public final class PageFetcher implements Fetching {
  private final FetchSpec spec;
  private final MineClient mine;

  /** Opens a client of the mine. */
  public PageFetcher(FetchSpec spec) {
    this.spec = spec;
    this.mine = new MineClient(spec.root(), spec.limits(), spec.recorder(), spec.workers());
  }

  /**
   * Fetches a page.
   *
   * @throws MineException naming mine and offset, if no whole body could be had
   */
  @Override
  public FetchedPage fetch(PageRequest request) {
    Answer<MineAnswer> answer = spec.retries().ask(() -> whole(request));
    MineAnswer page = answer.value();
    spec.recorder().keep(page);
    return new FetchedPage(request, answer.retries(), page.raw().length, page.bytes());
  }

  private MineAnswer whole(PageRequest request) {
    MineAnswer page = asked(request);
    Trailer.check(page.bytes(), spec.root(), request);
    return page;
  }

  private MineAnswer asked(PageRequest request) {
    try {
      return mine.page(spec.query(), request.start(), request.rows());
    } catch (MineException e) {
      throw e.of("the page at offset " + request.start());
    }
  }

  @Override
  public void close() {
    mine.close();
  }
}
