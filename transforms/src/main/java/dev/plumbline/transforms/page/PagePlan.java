package dev.plumbline.transforms.page;

import java.io.Serializable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cuts an export into pages: all of {@code pageSize} rows but the last.
 *
 * @param rows how many rows there are to export, at least 1
 * @param pageSize the rows of a page, at least 1
 */
public record PagePlan(long rows, int pageSize) implements Serializable {
  /** Rejects an export without rows, pages without rows, and more pages than an int counts. */
  public PagePlan {
    if (rows < 1 || pageSize < 1) {
      throw new IllegalArgumentException(
          "Cannot cut %d rows into pages of %d".formatted(rows, pageSize));
    }
    if ((rows + pageSize - 1) / pageSize > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Too many pages: %d rows in pages of %d".formatted(rows, pageSize));
    }
  }

  /** The number of pages. */
  public int pages() {
    return (int) ((rows + pageSize - 1) / pageSize);
  }

  /** The page of an index. */
  public PageRequest page(int index) {
    long start = (long) index * pageSize;
    return new PageRequest(index, start, (int) Math.min(pageSize, rows - start));
  }

  /** All pages, in order. */
  public Stream<PageRequest> all() {
    return share(0, 1);
  }

  /** Every {@code of}-th page from page {@code shard} on. */
  public Stream<PageRequest> share(int shard, int of) {
    return IntStream.iterate(shard, i -> i < pages(), i -> i + of).mapToObj(this::page);
  }
}
