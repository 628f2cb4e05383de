package dev.plumbline.transforms.fetch;

import dev.plumbline.transforms.clock.StageMetrics;
import dev.plumbline.transforms.clock.Timed;
import dev.plumbline.transforms.page.FetchedPage;
import dev.plumbline.transforms.page.PageRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.beam.sdk.io.BoundedSource;
import org.apache.beam.sdk.io.BoundedSource.BoundedReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages of a {@link FetchSource}, as they arrive. A runner that keeps what is read until
 * the reader ends may tell it to stop early and read the rest later; where it stops, the reader
 * decides: after a stretch.
 */
final class FetchReader extends BoundedReader<FetchedPage> {
  private final StageMetrics metrics;
  private FetchSource source;
  private int next;
  private @Nullable TimedFetcher fetcher;
  private @Nullable PageScheduler scheduler;
  private @Nullable FetchedPage current;
  private int pageBytes;
  private boolean handedOn;
  private boolean ended;

  FetchReader(FetchSource source) {
    this.source = source;
    this.next = source.first();
    this.metrics = new StageMetrics(source.share().clock().stage());
  }

  @Override
  public boolean start() throws IOException {
    TimedFetcher open = source.open();
    synchronized (this) {
      fetcher = open;
    }
    scheduler = new PageScheduler(this::request, open::fetch, source.share().workers());
    return advance();
  }

  private synchronized @Nullable PageRequest request() {
    return next < source.end() ? source.share().page(next++) : null;
  }

  @Override
  public boolean advance() throws IOException {
    Timed<FetchedPage> page;
    try {
      page = Objects.requireNonNull(scheduler).next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a page");
    }
    current = page == null ? null : page.value();
    if (page != null) {
      metrics.add(page.cost());
      saw(page.value().body().length);
    } else {
      end();
    }
    return page != null;
  }

  private synchronized void saw(int bytes) {
    pageBytes = Math.max(pageBytes, bytes);
  }

  private synchronized void end() {
    ended = true;
  }

  @Override
  public FetchedPage getCurrent() {
    if (current == null) {
      throw new NoSuchElementException("no page has been read, or no more");
    }
    return current;
  }

  @Override
  public synchronized Double getFractionConsumed() {
    return (next - source.first()) / (double) Math.max(1, source.end() - source.first());
  }

  @Override
  public synchronized @Nullable BoundedSource<FetchedPage> splitAtFraction(double fraction) {
    if (fetcher == null || pageBytes == 0 || handedOn) {
      return null; // nothing is known yet, or the rest has its connections already
    }
    int stop = Math.max(next, source.first() + source.share().stretch(pageBytes));
    if (stop >= source.end()) {
      return null;
    }
    FetchSource rest = source.from(stop, fetcher);
    source = source.until(stop);
    handedOn = true;
    return rest;
  }

  @Override
  public synchronized BoundedSource<FetchedPage> getCurrentSource() {
    return source;
  }

  /**
   * The connections stay open for the rest, if there is one and it is going to be read. If the
   * pipeline fails before that, elsewhere, they are left to their idle timeout.
   */
  @Override
  public synchronized void close() {
    if (scheduler != null) {
      scheduler.close();
    }
    if (fetcher != null && !(handedOn && ended)) {
      fetcher.close();
    }
  }
}
