package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.transforms.table.TableException;

/** Reads rows for a work: first a sample of their keys, then all of their rows. */
public final class BinReader {
  private final KeyedWork work;
  private final RowRouter router;

  /**
   * A reader of rows. Not thread-safe.
   *
   * @param out takes the pages, while {@link #read} or {@link #flush} runs
   */
  public BinReader(KeyedWork work, Splitters splitters, RoutedPages out) {
    this.work = work;
    this.router = work.router(splitters, out);
  }

  /**
   * The keys of some rows of a bin, always the same ones.
   *
   * @throws TableException if a file cannot be read
   */
  public static KeySample sample(KeyedWork work, Bin bin) {
    KeySampler sampler = new KeySampler(bin.sampling().oneIn());
    for (Share share : bin.shares()) {
      if (share.input() != bin.sampling().input()) {
        continue;
      }
      sampler.startAt(share.firstRow());
      try {
        share.feed(work.columns().get(share.input()).subList(0, 1), sampler);
      } catch (TableException e) {
        throw failed(work, e);
      }
    }
    return new KeySample(bin.sampling().partitions(), sampler.keys());
  }

  /**
   * Reads all rows of a share.
   *
   * @throws TableException if they cannot be read
   */
  public void read(Share share) {
    try {
      share.feed(work.columns().get(share.input()), router.rows(share.input(), share.firstRow()));
    } catch (TableException e) {
      throw failed(work, e);
    }
  }

  /** Hands on all that is still held back. */
  public void flush() {
    router.flush();
  }

  private static TableException failed(KeyedWork work, TableException e) {
    return new TableException(work.name() + ": " + e.getMessage(), e);
  }
}
