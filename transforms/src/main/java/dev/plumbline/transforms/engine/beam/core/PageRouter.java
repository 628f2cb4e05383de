package dev.plumbline.transforms.engine.beam.core;

import dev.plumbline.parity.RowSink;
import dev.plumbline.parity.TableSchema;
import dev.plumbline.transforms.page.PackingSink;
import dev.plumbline.transforms.page.PageBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packs rows into a page for each side and partition, and hands pages on when they are full. */
final class PageRouter {
  /** So that no array of a page is so large that collectors treat it apart. */
  private static final int MOST_PAGE_BYTES = 200_000;

  /** What all pages under way may take, if there are many partitions. */
  private static final int ALL_BYTES = 64 << 20;

  private static final int FIRST_BYTES = 1 << 12;

  private final List<TableSchema> sides;
  private final int partitions;
  private final RoutedPages out;
  private final @Nullable Page[] pages;
  private final int pageBytes;

  /**
   * A router.
   *
   * @param sides the columns of each side's pages, the key as text first
   */
  PageRouter(List<TableSchema> sides, int partitions, RoutedPages out) {
    this.sides = sides;
    this.partitions = partitions;
    this.out = out;
    this.pages = new Page[sides.size() * partitions];
    this.pageBytes = Math.min(MOST_PAGE_BYTES, ALL_BYTES / pages.length);
  }

  private static final class Page {
    final PageBuilder builder;
    final PackingSink sink;
    long start;

    Page(TableSchema schema) {
      builder = new PageBuilder(schema, FIRST_BYTES);
      sink = new PackingSink(builder);
    }
  }

  /**
   * Begins a row, before its key.
   *
   * @param position where the row stands in its side's order
   * @return what takes the key, the other cells and the end of the row
   */
  RowSink row(int side, int partition, long position) {
    int slot = side * partitions + partition;
    Page page = pages[slot];
    if (page == null) {
      page = new Page(sides.get(side));
      pages[slot] = page;
    }
    if (page.builder.sizeBytes() >= pageBytes) {
      send(side, partition, page);
    }
    if (page.builder.rows() == 0) {
      page.start = position;
    }
    return page.sink;
  }

  /** Hands on all pages that are not full. */
  void flush() {
    for (int slot = 0; slot < pages.length; slot++) {
      Page page = pages[slot];
      if (page != null && page.builder.rows() > 0) {
        send(slot / partitions, slot % partitions, page);
      }
    }
  }

  private void send(int side, int partition, Page page) {
    out.page(partition, page.builder.build(side, page.start));
  }
}
