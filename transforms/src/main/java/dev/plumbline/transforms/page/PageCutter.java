package dev.plumbline.transforms.page;

import dev.plumbline.parity.TableSchema;
import java.util.Optional;

/** Cuts a table that comes row by row into pages, numbered from 0. Not thread-safe. */
public final class PageCutter {
  /** A page that has grown so large is cut, however few its rows are. */
  private static final int LARGE_PAGE_BYTES = 32 << 20;

  private final int pageRows;
  private final PageBuilder rows;
  private int index;
  private long start;

  /**
   * A cutter of pages of so many rows.
   *
   * @param pageRows at least 1
   */
  public PageCutter(TableSchema schema, int pageRows) {
    if (pageRows < 1) {
      throw new IllegalArgumentException("Cannot cut pages of %d rows".formatted(pageRows));
    }
    this.pageRows = pageRows;
    this.rows = new PageBuilder(schema, 1 << 18);
  }

  /** Where the next row goes. */
  public PageBuilder rows() {
    return rows;
  }

  /** Whether the page is to be cut before the next row. */
  public boolean full() {
    return rows.rows() >= pageRows || rows.sizeBytes() >= LARGE_PAGE_BYTES;
  }

  /** The rows since the last page, none if there are none. */
  public Optional<PackedPage> cut() {
    if (rows.rows() == 0) {
      return Optional.empty();
    }
    PackedPage page = rows.build(index++, start);
    start += page.rows();
    return Optional.of(page);
  }
}
